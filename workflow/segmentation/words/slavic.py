"""Russian, Ukrainian, Belarusian, Bulgarian, Polish, Czech, Slovak, the South Slavic, the Baltic."""

from workflow.segmentation.words.shape import Words, listed

RUSSIAN = Words(
    prepositions=listed("В Во До За К Ко На Около От По После При С Со Впервые"),
    last=listed("т.д т.п"),
    inner=listed(
        "т.е т.к т.н т.о ул пл пр просп пер бул акад проф доц инж ген полк кап лейт гн гр тов св напр"
        " др.г см ср тел.факс зам зав нач мл ст рис табл илл ред изд гл.обр г-н г-жа"
        " гг-н обл респ р-н мкр пос дер ж.-д лат англ нем франц греч итал"
        " рожд умер ок прибл соотв сокр букв т.наз т.зв в.т.ч в.ч"
    ),
    before_number=listed(
        "№ н стр с п пп ст гл разд т тт вып кн рис табл абз ч л д кв корп стр-е оф тел янв февр фев"
        " мар апр июн июл авг сент сен окт нояб ноя дек ок с.р вв им"
    ),
    either=listed("им т.д т.п др пр н.э до.н.э проч и.о ред изд сб"),
    after_number=listed(
        "г гг в вв р руб коп долл тыс млн млрд трлн чел км м см мм кг г мг л мл га ч мин сек с шт экз"
        " кв куб град проц лет мес"
    ),
    starters=listed(
        "А Без Более Был Была Были Было В Важно Ведь Весь Во Вот Впрочем Все Всё Всего Вы Где Говорят"
        " Да Давайте Далее Даже Для До Его Ее Её Если Есть Ещё Еще Же За Затем Здесь И Из Или Именно"
        " Иногда Их К Каждый Как Какой Когда Кроме Кто Лишь Между Мне Многие Мой Можно Мы На Над Наконец"
        " Нам Например Наш Наши Не Необходимо Несмотря Нет Никто Ничего Но Ну О Об Однако Он Она Они"
        " Оно От Очень По Под После Потом Поэтому При Просьба Против С Сегодня Сейчас Следует Снова Со"
        " Согласно Среди Так Также Таким Там Теперь То Тогда Тоже Только Тот Ты У Уже Хотя Чем Через Что"
        " Чтобы Эта Эти Это Этот Эту Я"
    ),
)

UKRAINIAN = Words(
    prepositions=listed("В До З За Із К Коло На Близько Від По Після При У"),
    last=listed("т.д т.п т.ін"),
    inner=listed(
        "т.зв т.б тобто ім вул пл просп пров бул акад проф доц інж ген полк кап лейт св напр див пор"
        " п пп гр зам зав обл р-н м с смт рис табл ред мол лат англ нім фр грец італ ок"
    ),
    before_number=listed(
        "№ с стор ст п пп гл розд т тт вип кн рис табл абз ч кв корп тел січ лют бер квіт трав черв лип"
        " серп вер жовт лист груд"
    ),
    either=listed("т.д т.п т.ін ін н.е до.н.е"),
    after_number=listed(
        "р рр ст грн коп дол тис млн млрд трлн осіб км м см мм кг мг л мл га год хв сек шт прим кв куб"
    ),
    starters=listed(
        "А Або Адже Але Без Був Була Були Було В Вже Ви Від Він Вона Вони Воно Все Всі Да Далі Для До"
        " Його Її Де Дуже З За Згідно Зі І Із Інші Й Іноді Їх Кожен Коли Крім Лише Між Ми Мій На Навіть"
        " Над Не Ні Ніхто Нічого Ну О Однак Ось Отже Перед Під Після По Поки При Про Проте Проти Сьогодні"
        " Та Так Також Там Тепер Ти То Тоді Той Тому Тільки У Хоча Хто Це Ця Ці Цей Через Чи Чому Що Щоб"
        " Як Який Якщо Я"
    ),
)

BULGARIAN = Words(
    last=listed("т.н и.т.н т.нат"),
    inner=listed(
        "г-н г-жа г-ца д-р проф доц инж ген полк св ул бул пл гр с напр вкл т.е т.н вж ср"
    ),
    before_number=listed(
        "№ с стр чл ал т гл кн рис табл ян февр апр юни юли авг септ окт ноем дек"
    ),
    either=listed("им т.н и.т.н др т.нат н.е пр.н.е"),
    starters=listed(
        "А Ако Без Беше В Ведь Все Всички Въпреки Да Днес До За Защо И Из Или Има Как Като"
        " Когато Който Към Между Много На Не Независимо Но Освен От По След Според С Само Със Тази Така"
        " Там Те Тези Това Този Той Тя У Целта Че Ще Я"
    ),
)

POLISH = Words(
    prepositions=listed("Do Od Około Po Pod Przed W We Z Za"),
    last=listed("itd itp"),
    inner=listed(
        "dr hab mgr inż prof doc red gen płk mjr kpt por ks św bp abp ul al pl np tj tzn tzw m.in"
        " min ok ob p pp por zob jw cd br pow woj ust-wa lic zw wg ds nt sp z.o.o ang niem fr łac gr"
        " ros jez właśc wł prez dyr"
    ),
    before_number=listed(
        "nr nry s str t tt tom cz rozdz rozd art ust pkt poz par § rys tab zesz z wyd tel sygn dz.u lit"
        " zał l r lp godz"
    ),
    either=listed("im itd itp in n.e p.n.e r w wyż s.a z.o.o jr ww br"),
    after_number=listed(
        "r w zł gr tys mln mld bln km m cm mm kg dag mg l ml ha godz min sek szt os"
    ),
    starters=listed(
        "A Aby Ale Albo Bardzo Bez Bo Był Była Były Było By Choć Chociaż Co Czy Dla Do Dlaczego Dlatego"
        " Dopiero Dziś Dzięki Gdy Gdyby Gdzie I Ich Ile Im Inne Inni Ja Jak Jako Jako Jakie Jednak Jego"
        " Jej Jest Jeśli Jeżeli Już Każdy Kiedy Kto Która Które Który Lecz Lub Ma Mimo Można Mój My Na Nad"
        " Nasz Nasza Nawet Nie Niech Niektórzy Nikt Nic O Obecnie Od Oba On Ona One Oni Oto Po Pod Podczas"
        " Pomimo Ponieważ Potem Poza Przed Przez Przy Są Skoro Sam Się Ta Tak Także Tam Te Ten Teraz To"
        " Też Tu Tutaj Ty Tylko Tymczasem U W We Według Więc Wielu Wobec Wszyscy Wszystko Wśród Z Za Zaś"
        " Zatem Ze Żaden Że Żeby"
    ),
    months=listed(
        "stycznia lutego marca kwietnia maja czerwca lipca sierpnia września października listopada"
        " grudnia"
    ),
    ordinal_stop=True,
)

CZECH = Words(
    prepositions=listed("Do K Kolem Od Po Před V Ve Z Za"),
    last=listed("atd atp apod"),
    inner=listed(
        "p pí sl dr mudr judr phdr rndr ing mgr bc doc prof arch gen plk mjr kpt sv ul nám tř např"
        " tj tzn tzv mj resp popř příp cca ca zejm srov viz vč aj.p tzn.že kupř lat angl něm franc"
        " býv pozn red odst.pr zn nar"
    ),
    before_number=listed(
        "č čís čl str s sv odst písm § par obr tab kap díl roč vyd tel kč hod led únor"
    ),
    either=listed("atd atp apod aj n.l př.n.l s.r.o a.s o.p.s spol ml st fa"),
    after_number=listed("kč tis mil mld bil km m cm mm kg g mg l ml ha hod min sek ks os stol"),
    starters=listed(
        "A Aby Ale Ani Až Bez Bude Budou Byl Byla Bylo Byly Co Což Dále Dnes Do I Jak Jako Jaký Je Jeho"
        " Její Jejich Jen Jestliže Ještě Ji Jsme Jsou Já K Kde Kdo Když Kdyby Každý Ke Která Které Který"
        " Kromě Lze Mají Mezi Mnozí Mnoho My Má Může Na Nad Naše Náš Ne Nebo Nebyl Nejen Není Nikdo Nic"
        " O Od On Ona Oni Ono Pak Po Pod Podle Pokud Potom Pro Proč Proto Protože Před Přes Přesto Při"
        " S Se Si Sice Snad Také Tak Takže Tam Tato Tedy Ten Tento Teprve To Tohle Toto Ty Tyto U Už V"
        " Ve Však Všechny Všichni Vy Z Za Zatímco Ze Že"
    ),
    months=listed(
        "ledna února března dubna května června července srpna září října listopadu prosince"
    ),
    ordinal_stop=True,
)

SLOVAK = Words(
    prepositions=listed("Do K Okolo Od Po Pred V Vo Z Za"),
    last=listed("atď atp apod"),
    inner=listed(
        "p sl dr mudr judr phdr rndr paeddr ing mgr bc doc prof arch gen plk mjr kpt sv ul nám"
        " napr tj t.j tzn tzv t.z mj resp popr príp cca ca zvl porov pozri vrát lat angl nem franc býv"
        " pozn red nar zn"
    ),
    before_number=listed("č čís čl str s sv ods písm § par obr tab kap diel roč vyd tel hod"),
    either=listed("atď atd a.i apod i n.l pred.n.l s.r.o spol.s.r.o a.s ml st"),
    after_number=listed("sk eur tis mil mld km m cm mm kg g mg l ml ha hod min sek ks os stor"),
    starters=listed(
        "A Aby Aj Ak Ako Aký Ale Alebo Ani Až Bez Bude Budú Bol Bola Bolo Boli Čo Dnes Do Ďalej I Ich Ja"
        " Je Jeho Jej Keby Keď Každý Kde Kto Ktorá Ktoré Ktorý Ku K Medzi Mnohí My Má Môže Na Nad Náš Ne"
        " Nie Nikto Nič No O Od On Ona Oni Ono Po Pod Podľa Potom Pre Preto Pretože Prečo Pred Pri S Sa"
        " Si So Sú Tak Takže Tam Táto Teda Ten Tento To Toto Tí Tieto U Už V Však Vo Všetci Vy Z Za Zo Že"
    ),
    months=listed(
        "januára februára marca apríla mája júna júla augusta septembra októbra novembra decembra"
    ),
    ordinal_stop=True,
)

SOUTH_SLAVIC = Words(
    last=listed("itd ipd итд ипд"),
    inner=listed(
        "g gđa gđica dr prof mr mag ing dipl sv ul tr npr tj tzv odn dr.sc gen puk sci itd.s"
        " г гђа др проф мр инж св ул нпр тј тзв одн ген"
    ),
    before_number=listed("br str st čl sv gl tel god бр стр чл св гл тел год št p pp"),
    either=listed("itd sl d.o.o d.d a.d i.sl god st итд сл ипд ipd in.dr idr n.e p.n.e r.n"),
    starters=listed(
        "A Ako Ali Bez Bio Bila Bilo Bi Da Danas Do Dok Gdje Gde I Ili Iz Između Iako Ja Jer Još Kad"
        " Kada Kako Kao Ko Koji Koja Koje Mi Među Mnogi Moj Na Nad Nakon Naš Ne Neki Nema Nije Nitko Niko"
        " O Od On Ona Oni Ono Ova Ovaj Ove Ovo Po Pod Posle Poslije Prema Pre Prije Pri Protiv S Sa Samo"
        " Se Su Sve Svi Svaki Ta Tada Taj Tako Također Takođe Te Ti To U Uz Već Vi Za Zato Zbog Što Šta"
        " V Je Pa Po Če Ko Kot Ker Ki Ta Ti Tudi Vendar Zakaj Smo So Še"
        " А Ако Али Без Био Била Било Би Да Данас До Док Где И Или Из Између Иако Ја Јер Још Кад Када Како"
        " Као Ко Који Која Које Ми Међу Многи На Над Након Наш Не Неки Нема Није Нико О Од Он Она Они Ово"
        " Овај Ова Ове По После Према Пре Против С Са Само Се Све Сви Та Тада Тај Тако Такође Те То У Уз"
        " Већ Ви За Зато Због Што Шта"
    ),
    months=listed(
        "januar januara siječnja februar februara veljače mart marta ožujka april aprila travnja maj"
        " maja svibnja jun juna lipnja jul jula srpnja avgust avgusta kolovoza septembar septembra rujna"
        " oktobar oktobra listopada novembar novembra studenog studenoga decembar decembra prosinca"
        " јануар јануара фебруар фебруара март марта април априла мај маја јун јуна јул јула август"
        " августа септембар септембра октобар октобра новембар новембра децембар децембра junija julija"
    ),
    ordinal_stop=True,
)
