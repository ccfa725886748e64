"""Arabic, Persian, Kurdish, Urdu, Hebrew, and the languages of South Asia."""

from workflow.segmentation.words.shape import Words, listed

ARABIC = Words(
    inner=listed("د أ م أ.د ا.د أ.م د.م ص.ب ت ج ر هـ.ق إلخ.ص ذ س ع ف"),
    before_number=listed("رقم ص ج ط ت ف م هـ ص.ص س ق"),
    either=listed("إلخ الخ ق.م ب.م ا.هـ هـ ش.م.م ش.م.ل ت.م و.م.أ"),
)

PERSIAN = Words(
    inner=listed("د م ر.ک رک پ ج آ ص.پ ه.ش ه.ق"),
    before_number=listed("ص صص ج ش شماره ت"),
    either=listed("ق.م ب.م پ.م ه.ش ه.ق م"),
)

KURDISH = Words(
    last=listed("hwd htd"),
    inner=listed("dr prof mam b.z p.z bnr wek mîn wkd.b"),
    before_number=listed("hj r rp no art xal j"),
    either=listed("hwd htd û.hwd b.z p.z"),
    starters=listed(
        "Di Ev Ew Ez Em Hûn Tu Wî Wê Wan Min Me Te We Li Ji Bi Jî Û Lê Lê Gava Dema Heke Ger Çima Çawa Çi"
        " Kî Kengî Niha Paşê Îro Do Sibê Her Hemû Na Erê Bes Belê Ne"
    ),
)

HEBREW = Words(
    inner=listed("גב׳ מר ד״ר פרופ׳ עו״ד ר׳ פרופ' גב' ד\"ר עמ' מס'"),
    before_number=listed("מס עמ ס סע פרק"),
    either=listed("וכו וכד"),
)

HINDI = Words(
    inner=listed("डॉ डा डाॅ प्रो श्री श्रीमती सुश्री कु कुँ पं मो स्व ले ब्रि एड इंजी सं रु रू कं लि उदा मि"),
    before_number=listed("सं क्र पृ नं अनु धारा रु रू"),
)

MARATHI = Words(
    inner=listed("डॉ डॅा प्रा प्रो श्री सौ कु पं मा कै न्या ॲड अॅड उदा मि ले स्व सं रु रू"),
    before_number=listed("क्र पृ नं सं रु रू इ"),
    either=listed("इ इ.स स"),
)

BENGALI = Words(
    inner=listed("ডা ড ডঃ মো মোঃ মি প্রফ অধ্যা ইঞ্জি অ্যাড সং রু"),
    before_number=listed("নং পৃ ধারা খ ক্র"),
)

TAMIL = Words(
    inner=listed("திரு திருமதி டாக்டர் டாக் பேரா செல்வி எ.கா கி.மீ உ.ம ரூ"),
    before_number=listed("எண் பக் ப ரூ தொ"),
    either=listed("கி.மு கி.பி"),
)

MALAYALAM = Words(
    inner=listed("ഡോ ശ്രീ ശ്രീമതി പ്രൊഫ അഡ്വ കെ.പി എ.ഡി മി രൂ"),
    before_number=listed("നം പേ രൂ ഭാഗം"),
    either=listed("ബി.സി എ.ഡി ക്രി.മു ക്രി.പി"),
)

URDU = Words(inner=listed("ڈاکٹر پروفیسر د م ص ج"), before_number=listed("ص ج نمبر"))

INDONESIAN = Words(
    last=listed("dll dsb dst"),
    inner=listed(
        "dr drs dra ir h hj prof tn ny sdr sdri bpk kh mgr s.h st a.n d.a u.p u.b yth dll.s"
    ),
    before_number=listed(
        "no hlm hal jl rp vol art ps pasal tel jan feb mar apr mei jun jul agu sep okt"
    ),
    either=listed("dll dsb dst dkk s.h s.e s.pd m.si m.a ph.d tbk pt cv sbb"),
    starters=listed(
        "Ada Adalah Agar Akan Akhirnya Aku Anda Apa Apakah Atas Atau Bagaimana Bagi Bahkan Bahwa Banyak"
        " Beberapa Belum Berdasarkan Bila Bukan Dalam Dan Dari Dengan Dia Di Dua Hal Hanya Hari Ini Itu Ia"
        " Jadi Jika Juga Kalau Kami Kamu Karena Ke Kemudian Ketika Kini Kita Lalu Maka Masih Mengapa Mereka"
        " Menurut Meskipun Namun Oleh Orang Pada Para Para Saat Saya Sebagai Sebelum Sebuah Sedangkan"
        " Sejak Selain Selama Semua Seperti Serta Sesudah Setelah Setiap Siapa Suatu Sudah Tapi Telah Tetapi"
        " Tidak Untuk Walaupun Yang"
    ),
)

SWAHILI = Words(
    last=listed("n.k nk k.k"),
    inner=listed("bw bi dkt prof mhe mh n.k.k mf k.m"),
    before_number=listed("na nam uk kif ib"),
    either=listed("n.k nk k.k b.k a.m p.m"),
    starters=listed(
        "Aidha Ana Baada Baadaye Bado Basi Hapa Hata Hawa Hii Hili Hivyo Hizi Huko Huyu Ila Ili Ingawa Je"
        " Kabla Kama Katika Kila Kisha Kwa Kuna Lakini Leo Lini Mara Mimi Na Ndiyo Ni Nini Pia Si Sisi Tangu"
        " Tena Wakati Wao Watu Wewe Ya Yeye Zaidi"
    ),
)

VIETNAMESE = Words(
    last=listed("v.v vv"),
    inner=listed("tp ts ths gs pgs bs ths ks tx q p đ vd v.d st ng.d ô b"),
    before_number=listed("số tr q p đ điều t"),
    either=listed("v.v vv tcn scn tnhh"),
    starters=listed(
        "Bởi Các Cả Cho Chúng Có Cô Còn Cũng Dù Do Đã Đây Để Đến Điều Đó Em Hãy Họ Hơn Khi Không Là Mà Mặc"
        " Mỗi Một Năm Nếu Ngày Nhưng Nhiều Những Ở Ông Sau Sự Tại Theo Thì Trên Trong Trước Tôi Từ Và Vào Về"
        " Vì Với"
    ),
)
