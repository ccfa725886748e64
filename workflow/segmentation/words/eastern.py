"""Greek, Turkish, the Uralic and Baltic languages, Armenian, Georgian, Kazakh."""

from workflow.segmentation.words.shape import Words, listed

GREEK = Words(
    last=listed("κ.λπ κλπ κ.ά κ.τ.λ κτλ κ.ο.κ"),
    inner=listed(
        "κ κα κος κκ κυρ δρ καθ αρχ στρ π.χ πχ δηλ βλ πρβλ λ.χ αρ.πρωτ άγ αγ οδ λεωφ τηλ αγγλ γαλλ"
        " ελλ λατ περ συν υπ δις μ.μ.ε μτφ εκδ επιμ"
    ),
    before_number=listed(
        "αρ αριθ σ σελ τ τόμ κεφ άρθ άρθρ παρ εδ πίν εικ σχ αρθ τηλ ιαν φεβ φεβρ μαρ απρ μαΐ ιουν ιουλ"
        " αυγ σεπ σεπτ οκτ νοε νοεμ δεκ ν ν.δ π.δ"
    ),
    either=listed(
        "κ.λπ κλπ κ.ά κ.α κ.τ.λ κτλ κ.ο.κ π.μ μ.μ μ.χ π.χρ μ.χρ η.π.α ηπα α.ε ε.π.ε ε.ε ο.η.ε"
    ),
    starters=listed(
        "Ακόμα Ακόμη Αλλά Αν Αντίθετα Από Απ' Απ’ Από Αργότερα Ας Αυτά Αυτές Αυτή Αυτό Αυτοί Αυτός Αφού"
        " Βέβαια Για Γι' Γι’ Γιατί Δεν Διότι Εάν Εγώ Εδώ Είναι Είχε Εκεί Εκείνη Εκείνο Εκείνος Εμείς Εν"
        " Ένα Ένας Ενώ Επειδή Επίσης Επιπλέον Ενώ Έτσι Έχει Η Ήταν Θα Ίσως Και Κάθε Κανείς Κάποιος Κατά Κι"
        " Λοιπόν Μα Μας Με Μετά Μέχρι Μη Μην Μήπως Μια Μία Μόνο Μόλις Να Ο Οι Όλα Όλες Όλοι Όμως Όποιος"
        " Όπως Όσο Όταν Ότι Ούτε Πάντως Παρά Παρόλο Πέρα Πιο Ποια Ποιος Ποτέ Που Πού Πολλά Πολλοί Πριν"
        " Προς Πρέπει Πώς Σαν Σας Σε Σήμερα Στα Στη Στην Στις Στο Στον Στους Σύμφωνα Συνεπώς Τα Τελικά Την"
        " Της Τι Τις Το Τον Τότε Του Τους Των Τώρα Υπάρχει Ύστερα Χωρίς Ωστόσο Ως"
    ),
)

TURKISH = Words(
    last=listed("vb vs"),
    inner=listed(
        "dr doç prof yrd öğr av müh mim alb yb bnb yzb tğm org korg tümg tuğg bşk sn bn hz st"
        " örn ör vs.gibi bkz krş yakl yy çev haz ed apt cad sok mah blv müd gn md.yrd"
        " uzm op ecz dz ing alm fr lat osm"
    ),
    before_number=listed(
        "no nr s sf sh ss md mad bl böl c cilt ç şek tab tel fax kat oca şub nis haz tem"
    ),
    either=listed("vb vs vd a.ş aş ltd şti m.ö m.s i.ö i.s a.b.d abd t.c p.k ö.ö ö.s co inc"),
    after_number=listed("tl krş km m cm mm kg gr mg lt ml dk sn sa yy"),
    starters=listed(
        "Ama Ancak Artık Asla Aslında Ayrıca Bana Bazı Ben Benim Beni Bir Biri Birçok Biz Bizim Böyle"
        " Böylece Bu Bugün Buna Bunlar Bunu Bunun Burada Bütün Çok Çoğu Çünkü Daha Dahası De Diğer Eğer"
        " En Fakat Gene Gerçekten Hâlâ Hala Hangi Hatta Hem Henüz Hep Her Herkes Hiç Hiçbir İçin İki İlk"
        " İşte İyi Kadar Kendi Kim Kimse Ki Milyonlarca Nasıl Ne Neden Nerede Niçin O Oldukça Olarak Ona"
        " Onlar Onu Onun Orada Oysa Öyle Özellikle Pek Sadece Sana Sen Siz Son Sonra Sonuçta Şey Şimdi Şu"
        " Tam Tüm Ve Veya Ya Yani Yalnız Yeni Yine Zaten"
    ),
    months=listed("ocak şubat mart nisan mayıs haziran temmuz ağustos eylül ekim kasım aralık"),
    ordinal_stop=True,
)

FINNISH = Words(
    last=listed("jne yms ym"),
    inner=listed(
        "hra rva nti tri prof dos ins kenr ev yl.t esim ks vrt ns nk mm ts toim n tod.näk alk"
    ),
    before_number=listed("nro n:o s ss art kohta luku §  puh p klo n"),
    either=listed("jne ym yms tms eaa jkr ekr jaa e.kr j.kr oy ab milj mrd"),
    starters=listed(
        "Ei Eivät En Ensin Että He Hän Ja Jo Jokainen Joka Jos Joskus Joten Kaikki Koska Kuinka Kuitenkin"
        " Kukaan Kun Kuka Lisäksi Me Mikä Minä Missä Mitä Miksi Mutta Myös Ne Niin Noin Nyt On Oli Ovat Se"
        " Sen Siellä Siitä Silloin Sinä Sitten Sitä Te Tai Tällä Tämä Tämän Tässä Täällä Vaikka Vain Vielä"
    ),
    months=listed(
        "tammikuuta helmikuuta maaliskuuta huhtikuuta toukokuuta kesäkuuta heinäkuuta elokuuta syyskuuta"
        " lokakuuta marraskuuta joulukuuta"
    ),
    ordinal_stop=True,
)

HUNGARIAN = Words(
    last=listed("stb"),
    inner=listed(
        "dr ifj id özv prof szt st ún pl ill vö ld kb stb.s ui mo ua körny u krt bp gr br"
    ),
    before_number=listed("sz o old bek köt tel évf fej p"),
    either=listed("stb kft bt rt zrt nyrt sz u ker i.e i.sz kr.e kr.u"),
    starters=listed(
        "A Az Azonban Azért Azok Azt Aki Amely Amikor Ami Bár Csak De Egy Ez Ezek Ezen Ezért Ezt Először"
        " És Én Ha Hanem Hogy Hogyan Igen Itt Is Ki Kik Így Két Ma Majd Már Meg Mert Mi Miért Mikor Minden"
        " Mindenki Most Nagyon Nem Nincs Ő Ők Olyan Ott Például S Sem Senki Sok Szerint Te Ti Továbbá Vagy"
        " Valamint Van Viszont"
    ),
    months=listed(
        "január február március április május június július augusztus szeptember október november december"
        " jan febr márc ápr máj jún júl aug szept okt nov dec"
    ),
    ordinal_stop=True,
)

BALTIC = Words(
    last=listed("ir.t.t t.t utt u.c"),
    inner=listed(
        "dr prof habil g gen plk kpt šv pvz vad vyr t.y t.sk piem t.i u.c.p sv k-gs lpp.s"
    ),
    before_number=listed("nr p psl lpp sk str pan pants d t tel"),
    either=listed("ir.t.t t.t pan u.c utt u.tml m e.g mln mlrd tūkst g gs"),
    starters=listed(
        "Ar Be Bet Buvo Dėl Iki Ir Iš Jei Jie Jis Ji Jos Jų Kad Kai Kaip Kas Kiekvienas Ko Mes Mūsų Nes Nors"
        " Nuo O Per Po Prie Šie Ši Šis Su Tačiau Tai Taip Tas Ten Todėl Tuo Tu Už Visi Yra Bet Es Ir Ja Jo"
        " Kā Kad Kas Lai Mēs Ne No Par Pēc Pie Šī Šie Šis Tā Tad Tas Tie Tomēr Uz Vai Viņa Viņi Viņš Visi"
    ),
    ordinal_stop=True,
)

KAZAKH = Words(
    last=listed("т.б т.с.с"),
    inner=listed("т.б.с проф акад ген ул көш даңғ мыс т.с.с қар обл"),
    before_number=listed("№ б бет т том тб сур кесте"),
    either=listed("т.б т.с.с ж жж ғ ғғ б.з б.з.д с.с"),
    after_number=listed("ж жж ғ ғғ мың млн млрд тг км м см кг"),
    starters=listed(
        "Ал Бұл Бірақ Біз Енді Және Ол Олар Осы Сол Сондықтан Мен Сіз Сен Егер Себебі Бүгін"
    ),
)

GEORGIAN = Words(
    inner=listed("ე.ი ე.წ მაგ იხ შდრ პროფ აკად ქ ბ-ნი ქ-ნი ა.შ.შ წმ"),
    before_number=listed("№ გვ ტ თ მ მუხ ნახ"),
    either=listed("ა.შ და.ა.შ ა.შ.შ ჩვ.წ ძვ.წ წ სს"),
)
