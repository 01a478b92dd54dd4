/** Middling towns, and the cases in which a language puts the larger ones. What `places.ts` has already wins. */
export const FURTHER_PLACES: Readonly<Record<string, string>> = {
  US: `Virginia Beach|Anaheim|Santa Ana|Irvine|Chula Vista|Chandler|Hialeah|Fremont|San Bernardino|Moreno Valley|Fontana|Oxnard|Huntington Beach|
    Grand Prairie|Overland Park|Cape Coral|Santa Clarita|Clarksville|McKinney|Killeen|Hayward|Salinas|Sunnyvale|Escondido|Torrance|Fullerton|
    Murfreesboro|Round Rock|Visalia|Abilene|Olathe|Broken Arrow|Simi Valley|Santa Clara|Vallejo|Santa Rosa|Ventura|Arvada|West Jordan|Waterbury|
    Daly City|Sandy Springs|Hillsboro|Gresham|Greeley|Temecula|Murrieta|Costa Mesa|Carlsbad|Inglewood|Burbank|Naperville|Joliet|Schaumburg|Evanston|
    Waukesha|Durango|Aspen|Telluride|Moab|Taos|Sedona|Jackson Hole|Park City|Lake Tahoe|Traverse City|Nantucket|Martha's Vineyard|Hoboken|Hackensack|
    White Plains|New Rochelle|Schenectady|Utica|Bethesda|Annapolis|Gaithersburg|Hagerstown|Tuscaloosa|Hattiesburg|Lake Charles|McAllen|Brownsville|
    Laredo|Kalispell|Coeur d'Alene|Pocatello|Twin Falls|Walla Walla|Wenatchee|Kennewick|Napa|Sonoma|Monterey|San Mateo|Redwood City|Mountain View|
    Cupertino|Walnut Creek|Pleasanton|San Rafael|Petaluma|Encinitas|Sioux City|Rapid City|Bismarck|Great Falls|Fort Wayne|Terre Haute|Bar Harbor|
    Montpelier|Brattleboro|Pittsfield|Myrtle Beach|Hilton Head|Key West|Fort Myers|St. Petersburg Florida|Boca Raton|West Palm Beach|Daytona Beach`,
  GB: `Basingstoke|Slough|Woking|Guildford|Crawley|Swindon|Cheltenham|Taunton|Torquay|Bournemouth|Southend|Colchester|Ipswich|Norwich|Peterborough|
    Northampton|Luton|Watford|Stevenage|Milton Keynes|Kettering|Loughborough|Stoke-on-Trent|Telford|Shrewsbury|Hereford|Wolverhampton|Walsall|Dudley|
    Solihull|Nuneaton|Wrexham|Swansea|Aberystwyth|Blackburn|Burnley|Bolton|Rochdale|Oldham|Stockport|Wigan|Warrington|Southport|Blackpool|Huddersfield|
    Wakefield|Barnsley|Rotherham|Doncaster|Scunthorpe|Grimsby|Middlesbrough|Darlington|Sunderland|Gateshead|Kendal|Dundee|Inverness|Paisley|Falkirk|
    Kilmarnock|Dumfries|Lisburn|Newry|Argyll|Cotswolds|Orkney|Shetland|Isle of Skye|Whitby|Scarborough|Skipton|Ludlow|Penzance|Falmouth|St Ives|Barnstaple`,
  IE: "Mallow|Tralee|Killarney|Ennis|Sligo|Letterkenny|Dundalk|Drogheda|Athlone|Carlow|Kilkenny|Wexford|Tuam|Castlebar|Westport Mayo|Naas|Navan",
  CA: "Gananoque|Oshawa|Burnaby|Laval Québec|Lévis|Saguenay|Rimouski|Brandon Manitoba|Moose Jaw|Charlottetown|Sault Ste. Marie|Peterborough Ontario|Oakville|Brampton|Markham|Banff|Canmore|Whistler",
  DE: "Trier|Ulm|Celle|Soltau|Bamberg|Bayreuth|Passau|Landshut|Rosenheim|Ravensburg|Lindau|Konstanz|Tübingen|Reutlingen|Esslingen|Ludwigsburg|Heilbronn|Pforzheim|Offenburg|Lörrach|Kaiserslautern|Saarlouis|Siegburg|Gütersloh|Paderborn|Detmold|Minden|Hildesheim|Göttingen|Wolfsburg|Emden|Husum|Stralsund|Greifswald|Cottbus|Görlitz|Zwickau|Plauen|Weimar|Eisenach|Fulda|Marburg|Gießen|Bremerhaven|Oldenburg|Wilhelmshaven",
  AT: "Tirol|Vorarlberg|Steiermark|Kärnten|Salzburgerland|Oberösterreich|Niederösterreich|Burgenland|Wels|Steyr|Dornbirn|Feldkirch|Bregenz|Villach|Leoben|Kufstein|Gmunden|Krems|St. Pölten|Wiener Neustadt|Kitzbühel|Lienz",
  CH: "Olten|Aarau|Winterthur|Schaffhausen|Chur|Davos|Thurgau|Graubünden|Wallis|Tessin|Lugano|Bellinzona|Locarno|Neuchâtel|Fribourg|Sitten|Biel|Solothurn|Zürcher Oberland|Engadin|Appenzell",
  FR: "Dordogne|Périgueux|Bergerac|La Rochelle|Niort|Angoulême|Poitiers|Vannes|Lorient|Quimper|Saint-Brieuc|Le Mans|Laval Mayenne|Troyes|Reims|Colmar|Belfort|Besançon|Chambéry|Valence|Avignon|Nîmes|Béziers|Perpignan|Carcassonne|Albi|Rodez|Castres|Bayonne|Biarritz|Ajaccio|Bastia|Corse|Alsace|Auvergne|Savoie|Haute-Savoie",
  ES: "Alcoi|Ronda|Vigo|Lugo|Ourense|Ferrol|Gijón|Avilés|Burgos|Logroño|Lleida|Tarragona|Reus Cataluña|Castellón|Elche|Cartagena|Almería|Jaén|Huelva|Cádiz|Jerez|Badajoz|Cáceres|Ciudad Real|Albacete|Guadalajara España|Tenerife|Lanzarote|Fuerteventura|Menorca|Ibiza|Alcalá de Henares|Alcalá de Guadaíra|Dos Hermanas|Marbella",
  IT: "Lodi|Bergamo|Brescia|Treviso|Vicenza|Udine|Pordenone|Rovigo|Ferrara|Ravenna|Rimini|Forlì|Cesena|Piacenza|Reggio Emilia|Pistoia|Arezzo|Grosseto|Terni|Pescara|Foggia|Salerno|Caserta|Cosenza|Catanzaro|Siracusa|Ragusa|Sassari|Olbia|Cuneo|Novara|Varese|Lago di Garda|Bassano del Grappa|Alto Adige|Valle d'Aosta",
  NL: "Barneveld|Zwolle|Deventer|Apeldoorn|Enschede|Hengelo|Leeuwarden|Assen|Emmen|Amersfoort|Hilversum|Alkmaar|Haarlem|Dordrecht|Gouda|Breda|Tilburg|Den Bosch|Venlo|Roermond|Heerlen|Vlissingen|Middelburg",
  BE: "Aalst|Lier|Kortrijk|Roeselare|Hasselt|Genk|Turnhout|Mechelen|Leuven|Oostende|Sint-Niklaas|Charleroi|Mons Belgique|Tournai|Verviers|Wavre",
  SE: "Lycksele|Skövde|Luleå|Umeå|Sundsvall|Östersund|Gävle|Falun|Borlänge|Karlstad|Örebro|Västerås|Eskilstuna|Norrköping|Linköping|Jönköping|Borås|Halmstad|Växjö|Kalmar|Visby|Gotland|Kiruna|Nyköping|Mölndal|Skåne",
  NO: "Tromsø|Bodø|Harstad|Narvik|Ålesund|Molde|Kristiansund|Haugesund|Kristiansand|Fredrikstad|Drammen|Tønsberg|Larvik|Hamar|Lillehammer|Gjøvik|Lofoten|Svalbard|Norge",
  DK: "Vejle|Ebeltoft|Kolding|Horsens|Randers|Viborg|Herning|Silkeborg|Esbjerg|Sønderborg|Roskilde|Helsingør|Hillerød|Næstved|Svendborg|Bornholm|Danmark",
  FI: "Helsingissä|Helsingistä|Tampereella|Tampereelta|Turussa|Turusta|Oulussa|Espoossa|Vantaalla|Jyväskylässä|Lahdessa|Kuopiossa|Porissa|Joensuussa|Vaasassa|Rovaniemellä|Lapissa|Kuhmo|Kuhmossa|Hämeenlinna|Lappeenranta|Kokkola|Seinäjoki|Kouvola|Mikkeli",
  PL: "Polska|Polsce|Polskę|Warszawie|Warszawy|Krakowie|Krakowa|Wrocławiu|Wrocławia|Poznaniu|Poznania|Gdańsku|Gdańska|Łodzi|Katowicach|Katowic|Lublinie|Lublina|Szczecinie|Bydgoszczy|Białymstoku|Rzeszowie|Toruniu|Kielcach|Gdyni|Opolu|Olsztynie|Częstochowie|Radomiu|Zakopanem|Bielsku-Białej|Gliwicach",
  CZ: "Praze|Prahy|Brně|Brna|Ostravě|Ostravy|Plzni|Plzně|Liberci|Olomouci|Olomouce|Českých Budějovicích|Českém Krumlově|Český Krumlov|Hradci Králové|Pardubicích|Zlíně|Jihlavě|Karlových Varech|Čechách|Moravě|Ústí nad Labem|Nový Bor",
  SK: "Bratislave|Bratislavy|Košiciach|Žiline|Nitre|Trnave|Prešove|Banskej Bystrici|Trenčíne|Poprade",
  HU: "Budapesten|Budapestről|Debrecenben|Szegeden|Pécsen|Pécsett|Győrben|Győr|Miskolcon|Miskolc|Kecskeméten|Kecskemét|Szombathely|Székesfehérvár|Veszprém|Sopron|Eger Hungary|Magyarországon|Magyarországra",
  UA: "Києві|Києва|Львові|Львова|Львів|Харкові|Харкова|Одесі|Одеси|Дніпрі|Дніпро|Запоріжжі|Вінниці|Полтаві|Чернівцях|Івано-Франківську|Тернополі|Ужгороді|Киеве|Львове|Харькове|Одессе",
  GR: "Αθήνα|Αθήνας|Θεσσαλονίκη|Θεσσαλονίκης|Πάτρα|Πάτρας|Ηράκλειο|Χανιά|Λάρισα|Βόλο|Βόλος|Καλαμάτα|Ρόδο|Ρόδος|Κρήτη|Κρήτης|Κέρκυρα|Ιωάννινα|Kalamata|Larissa|Volos|Patra",
  TR: "Denizli|Gebze|Kocaeli|Sakarya|Eskişehir|Kayseri|Konya|Gaziantep|Mersin|Samsun|Trabzon|Bodrum|Muğla|Manisa|Balıkesir|Tekirdağ|Malatya|Diyarbakır|Şanlıurfa|Türkiye'ye",
  JO: "عمّان|إربد|الزرقاء|الأردن",
  SA: "الرياض|جدة|الدمام|مكة|المدينة المنورة|السعودية",
  AE: "دبي|أبوظبي|أبو ظبي|الشارقة|الإمارات",
  EG: "القاهرة|الإسكندرية|الجيزة|مصر",
  LB: "بيروت|لبنان",
  MA: "الدار البيضاء|الرباط|مراكش|المغرب",
  JP: "仙台|札幌|広島|新潟|静岡|浜松|岡山|熊本|鹿児島|金沢|長野|宇都宮|高松|松山|長崎|那覇|つくば|川崎|さいたま|千葉",
  KR: "대전|대구|광주|울산|수원|성남|용인|고양|창원|청주|전주|천안|포항|제주|인천|부산|서울|판교|김해|구미",
  CN: "昆明|成都|重庆|武汉|西安|南京|杭州|苏州|宁波|青岛|大连|厦门|长沙|郑州|天津|沈阳|哈尔滨|合肥|福州|无锡|东莞|佛山",
  TW: "台北|臺北|高雄|台中|臺中|台南|新竹|桃園",
};
