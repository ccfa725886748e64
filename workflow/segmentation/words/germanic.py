"""English, German, Dutch, and the Nordic languages."""

from workflow.segmentation.words.shape import Words, listed

ENGLISH = Words(
    prepositions=listed("About After Around At Before By From In Near On Since To Until With"),
    last=listed("etc et.al"),
    inner=listed(
        "mr mrs ms messrs mmes mx dr drs prof profs rev fr sr msgr hon pres gov lt col gen sgt cpl"
        " capt cmdr adm maj brig sen sens rep reps amb supt det insp atty gens esq st ste mt ft"
        " e.g i.e eg ie vs viz cf al c.f op.cit loc.cit ibid ca approx appt incl excl esp dept dist"
        " assn univ intl natl govt mfg fig figs ph m.p.h vice-pres vice-adm lt.col brig.gen"
    ),
    before_number=listed(
        "no nos nr p pp pg vol vols ch chap chaps sec secs sect art arts fig figs eq eqs par para"
        " paras cl ex ed eds app ref refs tab pt pts pl n nn l ll v vv ver rev art reg rs us$"
        " jan feb mar apr jun jul aug sep sept oct nov dec mon tue tues wed thu thur thurs fri sat"
        " sun approx ca c circa ext tel op res resp bk col fol ser ph rm apt ste st"
    ),
    either=listed(
        "etc inc co corp ltd llc bros jr sr ph.d m.d b.a m.a m.s b.s ll.b ll.m d.phil m.phil"
        " a.m p.m b.c a.d b.c.e c.e u.s u.s.a u.k u.n e.u u.s.s.r u.a.e d.c n.y l.a"
        " i.v s.u r.i.p p.s n.b ave blvd rd hwy s.a s.p.a n.v b.v a.g al et.al"
        " dept assn univ gmbh ind ill ala ariz ark calif colo conn del fla ga ia id kan ky"
        " la mich minn mo mont neb nev okla ore pa penn tenn tex vt va wis wyo"
        " govt st prof gov gen sen rep col capt maj lt sgt supt det insp mt ft dist intl natl mfg"
        " pres hon rev"
    ),
    after_number=listed(
        "oz lb lbs in ft yd yds mi gal qt pt hr hrs min mins sec secs km cm mm kg mg ml mph kph rpm"
        " a.d b.c c.e b.c.e sq deg yr yrs mos wk wks"
    ),
    starters=listed(
        "A About Above According After Again All Also Although Among An And Another Any Are As At"
        " Because Before Behind Below Beside Besides Between Both But By Can Could Despite Did Do"
        " Does Don't During Each Either Even Every Few Finally First For From Had Has Have He Hence"
        " Her Here Hers His How However I I'd I'll I'm I've If In Indeed Instead Into Is It Its It's"
        " Just Last Later Less Let Let's Like Many Maybe Meanwhile Millions More Moreover Most Much"
        " Must My Nearly Neither Never Nevertheless Next No Nobody None Nonetheless Nor Not Nothing"
        " Now Of Often On Once One Only Or Other Others Otherwise Our Over People Perhaps Please"
        " Rather Second Several Shall She She's Should Similarly Since So Some Someone Something"
        " Sometimes Soon Still Such Surely Than Thank That That's The Their Theirs Then There"
        " Thereafter Therefore There's These They They're They've Third This Those Though Thousands"
        " Three Through Throughout Thus To Today Together Tomorrow Tonight Too Towards Travelers Two"
        " Under Unless Unlike Until Up Upon Very Was We Were We're We've What When Whenever Where"
        " Whereas Wherever Whether Which While Who Whoever Whose Why Will With Within Without Would"
        " Yes Yesterday Yet You Your You're"
    ),
)

GERMAN = Words(
    prepositions=listed("Am Ab An Bei Bis Gegen Im In Nach Seit Um Von Vor Zu"),
    inner=listed(
        "hr fr hrn frl dr prof dipl ing dipl.-ing st abg bgm oberst kard präs min.präs z.b"
        " d.h u.a.m s.o s.u v.a i.d.r i.a i.v z.t z.zt u.u o.ä.m vgl bzw inkl exkl einschl"
        " sog insb insbes resp rd geb gest gegr hg hrsg ggf evtl mind allg amtl bspw"
        " dgl ehem eigtl engl franz ital lat griech jährl mögl n.chr v.chr urspr verh vollst vorm"
        " nachm wiss zzgl zzt z.hd m.e m.w d.i i.e u.d.m ü.d.m i.s.d i.s.v s.a stellv"
    ),
    before_number=listed(
        "nr nrn abs art bd bde kap s ss seite zif ziff lit tab abb anm aufl ausg blg par § §§ rn rdnr"
        " vers v str fig jg h bl sp z tel fax pos jan jän feb febr mär mrz apr mai jun jul aug sep"
        " sept okt nov dez mo di mi do fr sa so ca um"
    ),
    either=listed(
        "usw usf u.a etc ff f co gmbh jr sen str o.ä u.ä u.v.m uvm m.b.h e.v a.d a.m p.m ag kg mio mrd"
        " tsd jh jhd jhdt std stk bhf hbf ders dies ebd a.a.o u.s z u"
    ),
    starters=listed(
        "Aber Alle Allerdings Alles Als Also Am An Andere Anders Auch Auf Aus Außerdem Bei Beide Bis"
        " Bislang Bisher Da Dabei Dadurch Dafür Dagegen Daher Damals Damit Danach Dann Daran Darauf"
        " Daraus Darin Darüber Darum Darunter Das Dass Davon Davor Dazu Dem Demnach Den Denn Dennoch"
        " Der Deren Derzeit Des Deshalb Dessen Desto Deswegen Die Dies Diese Diesem Diesen Dieser"
        " Dieses Doch Dort Durch Ebenso Ein Eine Einem Einen Einer Eines Einige Er Erst Es Etwa Für"
        " Ferner Früher Gegen Gemeinsam Gerade Gleichzeitig Heute Hier Hierbei Hierzu Hinter Ich Ihm"
        " Ihn Ihnen Ihr Ihre Ihren Im Immer In Infolge Insgesamt Inzwischen Ist Ja Jede Jeder Jedes"
        " Jedoch Jemand Jene Jetzt Kein Keine Lange Laut Man Manche Mehr Mehrere Mein Meine Mit Nach"
        " Nachdem Natürlich Neben Nein Nicht Nichts Nie Niemand Noch Nun Nur Ob Obwohl Oder Oft Ohne"
        " Schließlich Schon Sein Seine Seit Seitdem Sehr Sie Sind So Sobald Solche Somit Sondern"
        " Sonst Sowohl Später Statt Trotz Trotzdem Über Um Und Unser Unsere Unter Viele Vielleicht Vom"
        " Von Vor Vorher Während War Waren Warum Was Weder Weil Weitere Welche Wenn Wer Werden Wie"
        " Wieder Wir Wird Wo Wobei Wurde Wurden Zu Zudem Zum Zuletzt Zunächst Zur Zusammen Zwar Zwei"
        " Zwischen"
    ),
    months=listed(
        "januar jänner februar feber märz april mai juni juli august september oktober november"
        " dezember jan feb mär apr jun jul aug sep sept okt nov dez"
    ),
    ordinal_stop=True,
)

DUTCH = Words(
    prepositions=listed("Aan Bij In Na Naar Om Op Rond Sinds Tot Van Vanaf Voor"),
    last=listed("enz etc e.d"),
    inner=listed(
        "dhr mevr mw mej dr drs ir ing mr prof ds st bijv bv b.v d.w.z dwz m.a.w m.b.t i.p.v t.a.v"
        " t.o.v i.v.m d.m.v o.a m.n n.a.v t.g.v t.b.v m.i.v i.t.t c.q ca incl excl resp vgl zgn"
        " z.g a.d ev i.c i.h.b kapt sgt ong evt mgr"
    ),
    before_number=listed(
        "nr nrs art artt blz p pp pag par hfst dl vol bd afd afb fig tab tel lid lit jan feb febr mrt"
        " apr jun jul aug sep sept okt nov dec no"
    ),
    either=listed(
        "enz etc e.d e.a n.v b.v jr sr a.m p.m v.chr n.chr e.v co inc ltd u.s z.o.z mld mln"
    ),
    starters=listed(
        "Aan Al Alle Alleen Als Andere Beide Bij Bovendien Daar Daarbij Daardoor Daarna Daarom"
        " Daarvoor Dan Dat De Deze Die Dit Door Dus Echter Een Eerst Elk Elke Er Geen Haar Had Heeft"
        " Hen Het Hier Hierdoor Hij Hoe Hoewel Hun Iedereen Ik In Inmiddels Is Je Maar Meer Men Met"
        " Mijn Na Naar Naast Niet Niemand Nog Nu Of Om Omdat Onder Ondanks Ons Onze Ook Op Over Sinds"
        " Soms Te Tegen Tenslotte Ten Ter Terwijl Tijdens Toch Toen Tot Tussen Uit Van Vanaf Veel Via"
        " Volgens Voor Waar Waarom Wanneer Want Waren Was Wat We Wel Welke Werd Wie Wij Ze Zij Zijn"
        " Zo Zoals Zonder Zou"
    ),
)

_ENGLISH_NAMES = listed(
    "mt st gov sen rep gen lt col sgt capt maj rev hon messrs inc co corp ltd bros u.s u.s.a u.k u.n"
    " e.u jr sr ph.d m.d a.m p.m b.c a.d i.v dept assn univ"
)

DANISH = Words(
    prepositions=listed("Af Efter Fra Før I Kl Omkring På Siden Til Ved At By In On After Before"),
    last=listed("osv etc m.m mv m.v"),
    inner=listed(
        "hr fr frk dr prof adv ing cand mag st sml jf jfr bl.a f.eks feks fx d.v.s dvs ca eks evt"
        " inkl ekskl hhv henh mht m.h.t m.fl.s mr mrs ms pga p.g.a vedr ang afd alm bl"
        " eg e.g i.e f.o.m t.o.m f.m.h opr overs resp s.k såk tlf vha v.h.a"
        " sen gov rep kapt gr.ch pr tdl udg skt mt st gl kgl approx vs"
    ),
    before_number=listed(
        "nr nrs art bd bind kap kapt s side sp stk pkt par § litra bil fig tab tlf jan feb febr mar"
        " apr jun jul aug sep sept okt nov dec kl ca p pp vol no årg afs spm rs arts figs vols nos pp eq eqs sec sect approx"
    ),
    either=listed(
        "osv etc m.m mm m.fl mfl o.l ol o.lign m.v mv o.a jr sr co inc corp ltd a.m p.m e.kr f.kr u.s"
        " u.s.a s.u i.v ph.d a/s aps mio mia mia kr st pl u.k u.n e.u"
    )
    | _ENGLISH_NAMES,
    starters=listed(
        "Af Alle Allerede Altså Anden Andre At Begge Blandt Både Da De Dem Den Denne Der Derefter"
        " Derfor Derimod Deres Derfra Dermed Dernæst Desuden Det Dette Disse Du Efter Eller En End"
        " Endelig Endnu Enhver Er Et Flere For Fordi Fra Før Først Gennem Ham Han Hans Har Havde Hele"
        " Hendes Her Herefter Hun Hver Hvad Hvem Hver Hvilken Hvis Hvor Hvordan Hvorfor I Ifølge"
        " Igen Ikke Imidlertid Ind Ingen Jeg Kan Kun Langs Man Mange Med Mellem Men Mens Mere Min Nogle"
        " Nu Når Og Også Om Omkring Op Over På Selv Sidst Siden Sin Skal Som Så Således Til Trods Ud"
        " Uden Under Var Ved Vi Vil Vores Være"
    )
    | ENGLISH.starters,
    months=listed(
        "januar februar marts april maj juni juli august september oktober november december"
    ),
    ordinal_stop=True,
)

NORWEGIAN = Words(
    prepositions=listed("Etter Fra Før I Kl Omkring På Siden Til Ved"),
    last=listed("osv etc m.m mv m.v"),
    inner=listed(
        "hr fr frk dr prof adv ing cand st jf jfr bl.a f.eks feks d.v.s dvs ca eks evt inkl ekskl"
        " hhv m.h.t mht p.g.a pga vedr ang avd alm e.g i.e f.o.m t.o.m overs resp s.k tlf"
        " v.h.a kapt pr"
    ),
    before_number=DANISH.before_number,
    either=listed("osv etc m.m mm m.fl mfl o.l ol m.v mv o.a jr sr e.kr f.kr mill mrd kr"),
    starters=listed(
        "Alle Allerede Altså Andre At Begge Blant Både Da De Dem Den Denne Der Deretter Derfor"
        " Derimod Deres Dermed Dessuten Det Dette Disse Du Ei Eller En Ein Et Eit Etter Flere For Fordi"
        " Fra Før Først Gjennom Ham Han Hans Har Hele Hennes Her Hun Hva Hvem Hver Hvilken Hvis Hvor"
        " Hvordan Hvorfor I Ifølge Igjen Ikke Imidlertid Ingen Jeg Kan Kun Man Mange Med Mellom Men"
        " Mens Mer Min Noen Nå Når Og Også Om Over På Selv Siden Skal Som Så Således Til Tross Under"
        " Uten Var Ved Vi Vil Vår Våre Eg Ho Ikkje Dei Korleis Kva Kvifor"
    ),
    months=listed(
        "januar februar mars april mai juni juli august september oktober november desember"
    ),
    ordinal_stop=True,
)

SWEDISH = Words(
    prepositions=listed("Efter Från Före I Kl Omkring På Sedan Till Vid"),
    last=listed("osv o.s.v etc m.m mm m.fl"),
    inner=listed(
        "hr fr dr prof adv ing bl.a t.ex d.v.s dvs s.k ca c:a jfr jmf ev inkl exkl m.a.o p.g.a pga"
        " fr.o.m t.o.m resp ang avd e.g i.e f.d f.ö i.st.f s:t st u.p.a å.k övers"
    ),
    before_number=listed(
        "nr art bd kap s sid st p pp § fig tab tel jan feb febr mar apr jun jul aug sep sept okt nov"
        " dec kl ca vol bil mom"
    ),
    either=listed("osv o.s.v etc m.m mm m.fl mfl o.d o.dyl dyl e.kr f.kr jr milj mdr mkr tkr kr"),
    starters=listed(
        "Alla Allt Andra Att Av Bara Bland Både Då Där Därefter Därför Dem Den Denna Denne De Deras"
        " Dess Dessa Dessutom Det Detta Du Efter Eftersom Eller En Endast Enligt Ett Fast Fler Flera"
        " För Före Först Förutom Från Genom Ha Han Hans Har Hela Hennes Hon Hur I Icke Ingen Inom Inte"
        " Ja Jag Kan Man Med Medan Mellan Men Mer Mot Många När Någon Några Nu Och Också Om Omkring"
        " På Redan Sedan Ser Sin Ska Som Så Således Sådan Samt Samtidigt Till Trots Under Utan Ut Vad"
        " Var Varför Vem Vi Vid Vilka Vilken Vår Våra Över"
    ),
)
