"""French, Spanish, Catalan, Italian, Portuguese, Romanian."""

from workflow.segmentation.words.shape import Words, listed

FRENCH = Words(
    prepositions=listed("À Au Après Avant Dans De Depuis Dès En Le Vers"),
    last=listed("etc"),
    inner=listed(
        "m mm mme mmes mlle mlles mes mgr dr drs pr prof st ste sts gal cdt p.ex c.-à-d"
        " c.à.d cf av ap i.e e.g vs resp hab dép réf trad éd coll dir pdt sgt abbr"
        " boul fg ndlr ndt p.-s s.a.r vol.fasc"
    ),
    before_number=listed(
        "n no nos p pp pg vol vols t tom chap ch art arts al § par fig figs pl tab sect livr fasc éd"
        " col ex tél janv jan févr fév avr juil août sept oct nov déc vers v s l"
    ),
    either=listed(
        "etc a.c j.-c apr.j.-c av.j.-c s.a s.a.r.l s.n.c.f o.n.u u.e u.s.a e.-u co inc ltd jr sr"
        " p.-d.g h.t t.t.c s.v.p r.-v n.b i.e ibid op.cit suiv sq sqq"
    ),
    starters=listed(
        "À Afin Ainsi Alors Après Au Aucun Aucune Aujourd'hui Aujourd’hui Aussi Autour Autre Aux Avant"
        " Avec Beaucoup Bien Car Ce Ceci Cela Celle Celui Cependant Certains Ces Cet Cette Ceux Chacun"
        " Chaque Chez Comme Comment Contre Dans D'abord D’abord De Depuis Des Désormais Donc Dont Du"
        " Elle Elles En Encore Enfin Ensuite Entre Est Et Grâce Hier Ici Il Ils Jamais Je Jusque La Là"
        " Le Les Leur Leurs Lors Lorsque Lui Ma Mais Malgré Même Mes Moi Mon Ne Néanmoins Ni Non Nos"
        " Notre Nous On Or Où Ou Par Parce Parmi Pas Pendant Personne Peu Plus Plusieurs Pour Pourquoi"
        " Pourtant Puis Puisque Quand Quant Que Quel Quelle Quelques Qui Quoi Rien S'il S’il Sa Sans"
        " Selon Ses Seul Si Son Sous Souvent Sur Tandis Tant Tous Tout Toute Toutefois Toutes Très Tu"
        " Un Une Vers Voici Voilà Vos Votre Vous C'est C’est L'on Qu'il J'ai"
    ),
)

SPANISH = Words(
    prepositions=listed("A Al Antes Desde De En El Hacia Hasta Tras"),
    last=listed("etc"),
    inner=listed(
        "sr sra sres sras srta srtas d dª dña d.ª dr dra dres dras prof profa lic ing arq abog gral"
        " gen cnel col cap tte sto sta fr mons excmo excma ilmo ilma p.ej p.e ej vs cf cfr i.e"
        " e.g aprox núm.reg atte avda av c/ pza pl dpto depto esq ext izq izda dcha máx mín admón adm"
        " art.ad ud uds vd vds rvdo rvda pbro ntra ntro dn vid v.gr v.g s.m s.e"
        " lcda lcdo ldo lda alm cte cmte sgto fco fdez gcía glez hdez mª m.ª mtro mtra hno hna cnel pdte"
        " secr subsec trad fund p.p r.p s.a.r s.a.i"
    ),
    before_number=listed(
        "n nº nª no núm núms nro nros num p pp pág págs pag vol vols t tom cap caps art arts ap apdo"
        " inc párr párrs párrf párrfs § fig figs lám tab sec ed tel tels tfno tlf fax ext exp ley res ene feb mar abr may"
        " jun jul ago sep sept set oct nov dic lun mié mier jue vie sáb dom s v vv aprox c km"
    ),
    either=listed(
        "etc bs.as as ss.mm ss.aa ee.uu e.u.a e.u u.s u.s.a ee.uu.aa rr.hh ff.aa ff.cc s.a s.l s.a.c s.r.l s.a.de.c.v cía"
        " co inc ltd a.c d.c a.de.c d.de.c a.m p.m jr sr q.e.p.d c.v n.b p.d ibid ss mm.uu ong"
        " o.n.u u.e r.u cd d.f aa.vv vv.aa hnos c.c p.c"
    ),
    after_number=listed(
        "g kg mg km m cm mm l ml cl h hs hrs min mins seg segs s t ha w kw v hz °c °f"
    ),
    starters=listed(
        "A Acá Además Ahí Ahora Al Algo Alguien Algún Alguna Algunas Algunos Allá Allí Ante Antes"
        " Apenas Aquel Aquella Aquí Así Aún Aunque Bajo Cada Casi Como Cómo Con Contra Cuál Cualquier"
        " Cuando Cuándo Cuánto De Dentro Desde Después Detrás Donde Dónde Durante E El Él Ella Ellas"
        " Ello Ellos En Entonces Entre Era Eran Es Esa Esas Ese Eso Esos Está Esta Están Estas Este"
        " Esto Estos Finalmente Fue Fueron Gracias Ha Hace Hacia Han Hasta Hay Hoy Incluso La Las Le"
        " Les Lo Los Luego Más Mañana Me Mediante Mi Mientras Mis Mucho Muchos Muy Nada Nadie Ni"
        " Ningún Ninguna No Nos Nosotros Nuestra Nuestro Nunca O Otra Otras Otro Otros Para Pero Poco"
        " Por Porque Pues Que Qué Quien Quién Quienes Quizá Quizás Se Según Ser Si Sí Siempre Sin"
        " Sino Sobre Solo Sólo Son Su Sus También Tampoco Tan Tanto Te Todas Todavía Todo Todos Tras"
        " Tu Un Una Unas Unos Usted Ustedes Y Ya Yo"
    ),
)

CATALAN = Words(
    last=listed("etc"),
    inner=listed(
        "sr sra srs sres srta dr dra prof d st sta mn p.ex aprox cf ex màx mín pl av avda"
    ),
    before_number=listed(
        "núm núms n p pp pàg pàgs vol cap art ap fig tel gen febr abr jul ag set oct nov des"
    ),
    either=listed("etc ee.uu s.a s.l a.c d.c a.m p.m cia jr"),
    starters=listed(
        "A Abans Això Aleshores Algunes Alguns Als Amb Aquell Aquella Aquest Aquesta Aquestes Aquests"
        " Així Com Cada De Del Dels Després Durant El Ell Ella Els En Encara Entre És Es Està Fins Hi"
        " Ho I La Les Malgrat Més Molt Molts No Nosaltres O On Per Però Perquè Quan Què Qui Segons Sense"
        " Si Sobre També Tot Tots Un Una Uns"
    ),
)

ITALIAN = Words(
    prepositions=listed("A Al Alle Da Dal Dalle Dopo Entro In Nel Prima Tra Fra Verso"),
    last=listed("ecc etc"),
    inner=listed(
        "sig sigg sigra sig.ra sig.na sig.re dott dott.ssa dr dr.ssa prof prof.ssa proff avv ing arch"
        " geom rag on sen gen col cap ten mons s ss egr gent spett ill p.es p.e es ad.es cfr vs"
        " ca cit i.e e.g tel.fax rev dir pres psicol arg inc.pr v.le p.za c.so"
    ),
    before_number=listed(
        "n nn nr num p pp pag pagg vol voll t tom cap capp art artt c co l lett § par fig figg tab tav"
        " sez ed tel cell fax gen genn febb feb mar apr mag giu giugn lug ag ago set sett ott nov nove"
        " dic lun mart mer merc gio giov ven vener sab dom v vv s prot"
    ),
    either=listed(
        "ecc etc s.p.a spa s.r.l srl s.n.c s.a.s c.a a.c d.c a.m p.m u.s.a u.s o.n.u u.e jr sr s.s"
        " f.lli n.b p.s ibid ivi seg segg sg"
    ),
    starters=listed(
        "A Ad Adesso Agli Ai Al Alcune Alcuni Alla Alle Allo Allora Altri Anche Ancora Anzi Appena"
        " Avere Basta Beh Bensì Che Chi Chiunque Ci Ciò Circa Come Con Contro Così Cosa Cui Da Dai Dal"
        " Dalla Davvero De Degli Dei Del Della Delle Dello Dentro Di Dopo Dove Dovunque Due Dunque"
        " Durante E È Ebbene Ecco Ed Entro Era Erano Esso Essi Fino Finalmente Fra Già Gli Grazie I Ieri"
        " Il In Infatti Infine Inoltre Insieme Invece Io L'altro La Le Lei Lo Loro Lui Ma Mai Malgrado"
        " Mentre Mia Mio Molte Molti Molto Ne Negli Nei Nel Nella Nelle Nessuno Niente Noi Non Nonostante"
        " Nostra Nostro Nulla O Ogni Oggi Oltre Ora Però Per Perché Poi Poiché Prima Proprio Purtroppo"
        " Qualche Qualcuno Quale Quali Quando Quanto Quasi Quella Quelle Quelli Quello Questa Queste"
        " Questi Questo Qui Quindi Se Secondo Sebbene Sempre Senza Si Sì Sia Siamo Siccome Solo Sono"
        " Sopra Sotto Su Sua Sue Sul Sulla Suo Suoi Talvolta Tra Tranne Troppo Tutta Tutte Tutti Tutto"
        " Tuttavia Un Una Uno Verso Vi Voi"
    ),
)

PORTUGUESE = Words(
    prepositions=listed("A Ao Após Às Até Da De Desde Em Na No"),
    last=listed("etc"),
    inner=listed(
        "sr sra srs sras srta dr dra drs dras prof profa profª eng engª arq adv gen cel cap ten maj"
        " sto sta d exmo exma ilmo ilma v.exa v.ex.ª p.ex ex vs cf i.e e.g aprox av r pça máx mín"
        " dep depto des min pe fr mons cia.de obs"
    ),
    before_number=listed(
        "n nº no núm num nr p pp pág págs pag vol vols t tom cap caps art arts inc al § par fig figs"
        " tab sec ed tel fax ext lei dec jan fev mar abr mai jun jul ago set out nov dez v vv s km"
    ),
    either=listed(
        "etc s.a sa ltda lda cia e.u.a eua u.s.a a.c d.c a.m p.m jr sr inc co p.s n.b ibid o.n.u u.e"
        " ss segs"
    ),
    starters=listed(
        "A À Agora Ainda Além Algum Alguma Algumas Alguns Ali Antes Ao Aos Apenas Apesar Após Aquela"
        " Aquele Aqui As Às Assim Até Cada Caso Com Como Contudo Da Das De Depois Desde Dessa Deste Do"
        " Dos Durante E É Ela Elas Ele Eles Em Embora Enquanto Então Entre Era Essa Essas Esse Esses"
        " Esta Está Estas Este Estes Eu Finalmente Foi Foram Há Hoje Isso Isto Já Lá Logo Mais Mas Me"
        " Mesmo Meu Minha Muita Muitas Muito Muitos Na Nada Não Nas Nem Nenhum Ninguém No Nos Nós Nossa"
        " Nosso Num Numa Nunca O Onde Os Ou Outra Outras Outro Outros Para Pela Pelo Pois Por Porém"
        " Porque Portanto Qual Qualquer Quando Quanto Quase Que Quem Se Segundo Sem Sempre Ser Seu Seus"
        " Sim Sobre Sob Sua Suas Também Tanto Toda Todas Todo Todos Tudo Um Uma Umas Uns Você Vocês"
    ),
)

ROMANIAN = Words(
    last=listed("etc ș.a.m.d ş.a.m.d"),
    inner=listed("dl dna dlui d-na d-l dr prof ing av gen col sf st de.ex vs cf aprox i.e e.g"),
    before_number=listed(
        "nr p pp pag vol cap art alin lit fig tab sec ed tel ian feb febr mar apr iun iul aug sept oct"
        " nov dec str bd"
    ),
    either=listed("etc ș.a s.a ş.a ș.a.m.d s.r.l î.hr d.hr a.m p.m jr s.u.a"),
    starters=listed(
        "A Acum Acest Această Aceasta Aceste Acestea Acesta Acești Aceștia Aici Al Alți Apoi Aproape Am"
        " Ar Astăzi Astfel Atunci Au Când Cât Care Ce Cei Cele Cine Conform Cu Cum Că Căci Da Dacă Dar De"
        " Deci Deoarece Deși După Ea Ei El Ele Este Eu Fără Fiecare Iar Ieri În Încă Înainte Împreună"
        " Între La Lor Mai Mulți Multe Nici Nimeni Nimic Noi Nu O Pe Pentru Peste Până Prin Sau Se Spre"
        " Sub Sunt Și Şi Toate Toți Totuși Un Una Unii Unele Voi"
    ),
)
