#!/usr/bin/perl
# Drive po4a's text module over a folder of Markdown in one process:
#
#     run_po4a.pl extract DOCUMENTS CATALOGS
#     run_po4a.pl assemble DOCUMENTS CATALOGS OUTPUT
#
# A document that fails, or that takes longer than the limit, gives no output and stops nothing.
use strict;
use warnings;
use Locale::Po4a::Chooser;
use Locale::Po4a::Po;
use Locale::Po4a::TransTractor;

my $LIMIT = 20;
my ($task, $documents, $catalogs, $output) = @ARGV;

opendir my $folder, $documents or die "$documents: $!\n";
for my $name (sort grep { /\.md$/ } readdir $folder) {
    my $catalog = "$catalogs/" . ($name =~ s/\.md$/.po/r);
    my %files   = (
        file_in_name     => ["$documents/$name"],
        file_in_charset  => 'UTF-8',
        file_out_charset => 'UTF-8',
    );
    if ($task eq 'extract') {
        $files{po_out_name} = $catalog;
    } else {
        next unless -e $catalog;
        $files{po_in_name}    = [$catalog];
        $files{file_out_name} = "$output/$name";
    }
    eval {
        local $SIG{ALRM} = sub { die "too slow\n" };
        alarm $LIMIT;
        Locale::Po4a::Chooser::new('text', markdown => 1)->process(%files);
        alarm 0;
    };
    alarm 0;
    print STDERR "$name: $@" if $@;
}
