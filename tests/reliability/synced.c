/* Keeps, beside a running program, what its files held when they were last brought to the disk.

   Loaded with LD_PRELOAD. After each fsync or fdatasync of a file whose path begins with
   $SYNCED_FROM, the whole file is copied to the folder $SYNCED_TO under its own name. The copy is
   there before the call returns, so that whoever was told "on the disk" finds it there; it takes
   its place by a rename, so that a kill leaves the one before or the one after. */

#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

typedef int call(int);

static int copy(int from, const char *path)
{
    char buffer[1 << 16];
    off_t at = 0;
    ssize_t got;
    int to = open(path, O_CREAT | O_TRUNC | O_WRONLY | O_CLOEXEC, 0600);

    if (to < 0)
        return -1;
    while ((got = pread(from, buffer, sizeof buffer, at)) > 0) {
        if (write(to, buffer, got) != got)
            got = -1;
        if (got < 0)
            break;
        at += got;
    }
    close(to);
    return got < 0 ? -1 : 0;
}

static void keep(int handle)
{
    const char *from = getenv("SYNCED_FROM"), *to = getenv("SYNCED_TO");
    char link[64], path[4096], made[4200], place[4200];
    struct stat about;
    ssize_t length;
    const char *name;

    if (!from || !to || fstat(handle, &about) || !S_ISREG(about.st_mode))
        return;
    snprintf(link, sizeof link, "/proc/self/fd/%d", handle);
    length = readlink(link, path, sizeof path - 1);
    if (length < 0)
        return;
    path[length] = 0;
    if (strncmp(path, from, strlen(from)))
        return;
    name = strrchr(path, '/') + 1;
    snprintf(made, sizeof made, "%s/.%s.%ld", to, name, (long)syscall(SYS_gettid));
    snprintf(place, sizeof place, "%s/%s", to, name);
    if (copy(handle, made) || rename(made, place))
        abort(); /* a proof that cannot keep its books is none */
}

static int synced(const char *name, int handle)
{
    call *real = (call *)dlsym(RTLD_NEXT, name);
    int result = real(handle), error = errno;

    if (!result)
        keep(handle);
    errno = error;
    return result;
}

int fsync(int handle) { return synced("fsync", handle); }

int fdatasync(int handle) { return synced("fdatasync", handle); }
