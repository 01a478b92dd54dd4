/**
 * States, provinces, well-known regions and the larger towns of each country, in the spellings that their people and their
 * neighbours use. Towns that share a name with a larger one abroad are left out, and so are US states' codes (`codes.ts`).
 */
export const PLACES: Readonly<Record<string, string>> = {
  US: `纽约|洛杉矶|旧金山|西雅图|芝加哥|波士顿|뉴욕|로스앤젤레스|시애틀|ニューヨーク|ロサンゼルス|シアトル|シカゴ|Нью-Йорк|Nueva York|Eau Claire|St. Cloud|Saint Cloud|La Crosse|Rochester Minnesota|Mankato|Stillwater MN|Brainerd|Appleton|Oshkosh|Racine|Kenosha|Peoria|Rockford|Bloomington|Champaign|Lansing|Kalamazoo|Evansville|South Bend|Lexington KY|Mobile Alabama|Huntsville|Pensacola|Gainesville|Wilmington|Greensboro|Roanoke|Harrisburg|Allentown|Scranton|Ithaca|Yonkers|Stamford|Concord NH|Nashua|Lowell|Modesto|Stockton|San Luis Obispo|Redding|Medford|Corvallis|Olympia|Yakima|Provo|Ogden|Pueblo|Las Cruces|Waco|Plano|Arlington|Shreveport|Lafayette|Biloxi|Fayetteville|Joplin|Lincoln Nebraska|Cedar Rapids|Davenport|Iowa City|Alabama|Alaska|Arizona|Arkansas|California|Colorado|Connecticut|Delaware|Florida|Hawaii|Idaho|Illinois|Indiana|Iowa|Kansas|Kentucky|
    Louisiana|Maine|Maryland|Massachusetts|Michigan|Minnesota|Mississippi|Missouri|Montana|Nebraska|Nevada|New Hampshire|New Jersey|
    New Mexico|New York|North Carolina|North Dakota|Ohio|Oklahoma|Oregon|Pennsylvania|Rhode Island|South Carolina|South Dakota|Tennessee|
    Texas|Utah|Vermont|Virginia|West Virginia|Washington State|Washington DC|Wisconsin|Wyoming|New England|Bay Area|Pacific Northwest|
    Midwest|Twin Cities|Silicon Valley|Long Island|Cape Cod|Brooklyn|Manhattan|Queens|NYC|New York City|Los Angeles|Chicago|Houston|Phoenix|
    Philadelphia|Philly|San Antonio|San Diego|Dallas|Fort Worth|Austin|San Jose|San Francisco|Jacksonville|Columbus|Charlotte|Indianapolis|
    Seattle|Denver|Boston|Nashville|Detroit|Memphis|Louisville|Baltimore|Milwaukee|Albuquerque|Tucson|Fresno|Sacramento|Kansas City|Atlanta|
    Omaha|Colorado Springs|Raleigh|Miami|Oakland|Minneapolis|Saint Paul|St. Paul|Tulsa|Tampa|New Orleans|Cleveland|Cincinnati|Pittsburgh|
    Orlando|St. Louis|Anchorage|Honolulu|Buffalo|Boise|Spokane|Tacoma|Des Moines|Rochester|Salt Lake City|Santa Fe|Las Vegas|Reno|El Paso|
    Portland|Eugene|Bend|Burlington|Albany|Syracuse|Providence|Hartford|New Haven|Newark|Jersey City|Savannah|Charleston|Knoxville|
    Chattanooga|Asheville|Durham NC|Madison|Green Bay|Grand Rapids|Ann Arbor|Duluth|Fargo|Sioux Falls|Billings|Bozeman|Missoula|Cheyenne|
    Boulder|Fort Collins|Flagstaff|Scottsdale|Tempe|Santa Barbara|Santa Cruz|Palo Alto|Berkeley|Long Beach|Pasadena|Bakersfield|Baton Rouge|
    Little Rock|Wichita|Topeka|Springfield|Toledo|Dayton|Akron|Chapel Hill|Richmond VA|Norfolk VA|Alexandria VA|Tallahassee|Fort Lauderdale|
    Sarasota|Naples FL|Corpus Christi|Galveston|Amarillo|Lubbock|Bellingham|Duluth MN|Bangor ME|Worcester MA`,
  CA: `温哥华|多伦多|밴쿠버|토론토|バンクーバー|トロント|Thunder Bay|Sudbury|Barrie|Lethbridge|Red Deer|Medicine Hat|Alberta|British Columbia|Manitoba|New Brunswick|Newfoundland|Nova Scotia|Ontario|Prince Edward Island|Quebec|Québec|Saskatchewan|Yukon|
    Nunavut|Vancouver Island|Toronto|Montreal|Montréal|Vancouver|Calgary|Edmonton|Ottawa|Winnipeg|Mississauga|Halifax|Saskatoon|Regina|
    Kelowna|St. John's|Sherbrooke|Trois-Rivières|Laval|Gatineau|Kingston Ontario|Guelph|Moncton|Fredericton|Kamloops|Nanaimo|Whitehorse`,
  MX: `Ciudad de México|CDMX|Mexico City|Guadalajara|Jalisco|Monterrey|Nuevo León|Puebla|Tijuana|León Guanajuato|Querétaro|Mérida Yucatán|
    Yucatán|Cancún|Quintana Roo|Oaxaca|Chihuahua|Ciudad Juárez|Hermosillo|Sonora|Culiacán|Sinaloa|Toluca|Veracruz|Zapopan|Baja California|
    Aguascalientes|San Luis Potosí|Morelia|Michoacán|Saltillo|Torreón|Tampico|Villahermosa|Cuernavaca`,
  BR: `São Paulo|Rio de Janeiro|Brasília|Salvador da Bahia|Bahia|Fortaleza|Belo Horizonte|Minas Gerais|Manaus|Curitiba|Paraná|Recife|
    Pernambuco|Porto Alegre|Rio Grande do Sul|Belém do Pará|Goiânia|Campinas|Florianópolis|Santa Catarina|Joinville|Blumenau|Natal RN|Maceió|
    Vitória|Espírito Santo|Uberlândia|Ribeirão Preto|Londrina|Sorocaba|Niterói|João Pessoa|Cuiabá|Campo Grande|Aracaju|Caxias do Sul`,
  AR: "Buenos Aires|CABA|Rosario|Mendoza|La Plata|Mar del Plata|Tucumán|Salta|Bariloche|Neuquén|Patagonia argentina|Córdoba Capital",
  CL: "Santiago de Chile|Valparaíso|Antofagasta|Concepción|Viña del Mar|Temuco|Iquique|Puerto Montt|Punta Arenas|Rancagua|La Serena",
  CO: "Bogotá|Medellín|Cali|Barranquilla|Bucaramanga|Pereira|Manizales|Antioquia|Cartagena de Indias|Santa Marta|Cúcuta|Ibagué",
  PE: "Lima|Arequipa|Cusco|Cuzco|Trujillo Perú|Piura|Chiclayo",
  EC: "Quito|Guayaquil|Cuenca Ecuador",
  UY: "Montevideo|Punta del Este|Maldonado",
  PY: "Asunción",
  BO: "La Paz|Santa Cruz de la Sierra|Cochabamba",
  VE: "Caracas|Maracaibo",
  CR: "San José Costa Rica|Alajuela|Guanacaste",
  PA: "Ciudad de Panamá|Panama City Panama",
  GT: "Ciudad de Guatemala|Guatemala City",
  DO: "Santo Domingo|Punta Cana",
  PR: "San Juan|Puerto Rico",
  GB: `伦敦|倫敦|曼彻斯特|런던|맨체스터|ロンドン|マンチェスター|Лондон|Londres|Londra|Londyn|Argyll|Islay|Walthamstow|Shoreditch|Rochdale|Burnley|Loughborough|Kettering|Banbury|Andover|Basingstoke|Newbury|Yeovil|Bridgwater|Weymouth|Folkestone|Dover|Scunthorpe|Darlington|Hartlepool|Morpeth|Ayr|Kilmarnock|Dumfries|Elgin|Llanelli|Pontypridd|Omagh|Armagh|England|Scotland|Wales|Northern Ireland|Cornwall|Devon|Dorset|Somerset|Wiltshire|Gloucestershire|Hampshire|Surrey|Kent|Sussex|
    East Sussex|West Sussex|Essex|Norfolk|Suffolk|Cambridgeshire|Hertfordshire|Bedfordshire|Buckinghamshire|Oxfordshire|Berkshire|Cheshire|
    Derbyshire|Lancashire|Cumbria|Yorkshire|West Yorkshire|North Yorkshire|South Yorkshire|Lincolnshire|Leicestershire|Nottinghamshire|
    Northamptonshire|Warwickshire|Worcestershire|Herefordshire|Shropshire|Staffordshire|Northumberland|County Durham|Tyneside|Merseyside|
    Lake District|Cotswolds|Peak District|Highlands|Pembrokeshire|Gwynedd|Powys|Fife|Aberdeenshire|Perthshire|Orkney|Shetland|Isle of Skye|
    Isle of Wight|Anglesey|London|Birmingham|Manchester|Leeds|Liverpool|Sheffield|Bristol|Newcastle upon Tyne|Nottingham|Leicester|Coventry|
    Bradford|Hull|Stoke-on-Trent|Wolverhampton|Plymouth|Derby|Southampton|Portsmouth|Brighton|Hove|Bournemouth|Poole|Reading|Milton Keynes|
    Northampton|Luton|Norwich|Ipswich|Colchester|Chelmsford|Southend|Cambridge|Oxford|Cheltenham|Gloucester|Bath|Exeter|Truro|Penzance|
    Falmouth|Swindon|Salisbury|Winchester|Guildford|Canterbury|Maidstone|Tunbridge Wells|Margate|Hastings|Lewes|Chichester|York|Harrogate|
    Huddersfield|Halifax West Yorkshire|Wakefield|Doncaster|Barnsley|Rotherham|Middlesbrough|Sunderland|Durham|Gateshead|Carlisle|Kendal|
    Lancaster|Preston|Blackpool|Bolton|Stockport|Wigan|Oldham|Warrington|Chester|Crewe|Shrewsbury|Telford|Ludlow|Hereford|Worcester|Stratford|
    Leamington Spa|Rugby|Peterborough|Lincoln|Grimsby|Scarborough|Whitby|Edinburgh|Leith|Glasgow|Aberdeen|Dundee|Inverness|Stirling|Perth Scotland|
    St Andrews|Oban|Fort William|Paisley|Cardiff|Swansea|Newport|Wrexham|Aberystwyth|Bangor|Llandudno|Carmarthen|Belfast|Derry|Londonderry|
    Lisburn|Newry|Frome|Taunton|Glastonbury|Barnstaple|Torquay|Totnes|Stroud|Bedford|St Albans|Watford|Slough|Woking|Croydon|Hackney|Camden|
    Islington|Brixton|Peckham|Hebden Bridge|Berwick|Hexham|Melrose|Galashiels`,
  IE: "Kinsale|Clonakilty|Bantry|Westport|Castlebar|Ballina|Carlow|Navan|Naas|Clifden|Cobh|west of Ireland|Dublin|Cork|Galway|Limerick|Waterford|Kilkenny|Sligo|Donegal|Kerry|Killarney|Tralee|Wexford|Drogheda|Dundalk|Athlone|Ennis|Connemara|County Clare|Co. Clare|County Mayo|Wicklow|Letterkenny|Kildare|Tipperary|Dingle",
  AU: `悉尼|墨尔本|시드니|멜버른|シドニー|メルボルン|New South Wales|NSW|Queensland|QLD|Victoria Australia|South Australia|Western Australia|Tasmania|Northern Territory|Sydney|Melbourne|
    Brisbane|Perth|Adelaide|Canberra|Hobart|Darwin|Gold Coast|Sunshine Coast|Newcastle NSW|Wollongong|Geelong|Ballarat|Bendigo|Mildura|
    Sunraysia|Shepparton|Warrnambool|Wodonga|Albury|Wagga Wagga|Dubbo|Tamworth|Orange NSW|Bathurst|Byron Bay|Cairns|Townsville|Mackay|
    Rockhampton|Toowoomba|Alice Springs|Launceston|Fremantle|Bunbury|Kalgoorlie|Broome|Gippsland|Fitzroy|Brunswick|Footscray|Parramatta|
    Barossa|Mornington Peninsula|Hunter Valley|Pilbara`,
  NZ: "Auckland|Wellington|Christchurch|Hamilton NZ|Dunedin|Tauranga|Rotorua|Nelson NZ|Queenstown|Napier|Palmerston North|Invercargill|Waikato|Otago|Canterbury NZ|Hawke's Bay|Aotearoa",
  DE: `柏林|慕尼黑|汉堡|法兰克福|베를린|뮌헨|프랑크푸르트|ベルリン|ミュンヘン|デュッセルドルフ|Берлин|Берліні|Берлине|Мюнхен|Berlino|Berlín|Amburgo|Hamburgo|Pankow|Berlin-Pankow|Monaco di Baviera|Bayern|Bavaria|Baden-Württemberg|Hessen|Niedersachsen|Nordrhein-Westfalen|NRW|Rheinland-Pfalz|Sachsen|Saxony|Sachsen-Anhalt|
    Schleswig-Holstein|Thüringen|Brandenburg|Mecklenburg-Vorpommern|Saarland|Ruhrgebiet|Allgäu|Schwarzwald|Franken|Ostfriesland|Berlin|Hamburg|
    München|Munich|Köln|Cologne|Frankfurt|Frankfurt am Main|Stuttgart|Düsseldorf|Dortmund|Essen|Leipzig|Bremen|Dresden|Hannover|Hanover|
    Nürnberg|Nuremberg|Duisburg|Bochum|Wuppertal|Bielefeld|Bonn|Münster|Karlsruhe|Mannheim|Augsburg|Wiesbaden|Gelsenkirchen|
    Mönchengladbach|Braunschweig|Chemnitz|Kiel|Aachen|Halle|Halle (Saale)|Magdeburg|Freiburg|Freiburg im Breisgau|Krefeld|Lübeck|Oberhausen|
    Erfurt|Mainz|Rostock|Kassel|Hagen|Saarbrücken|Hamm|Mülheim|Potsdam|Ludwigshafen|Oldenburg|Leverkusen|Osnabrück|Solingen|Heidelberg|
    Herne|Neuss|Darmstadt|Paderborn|Regensburg|Ingolstadt|Würzburg|Fürth|Wolfsburg|Offenbach|Ulm|Heilbronn|Pforzheim|Göttingen|Bottrop|
    Reutlingen|Koblenz|Bremerhaven|Trier|Jena|Erlangen|Moers|Siegen|Hildesheim|Cottbus|Salzgitter|Gera|Tübingen|Konstanz|Bamberg|Bayreuth|
    Passau|Landshut|Rosenheim|Kempten|Weimar|Schwerin|Stralsund|Greifswald|Flensburg|Husum|Lüneburg|Celle|Emden|Gießen|Marburg|Fulda|
    Worms|Speyer|Ravensburg|Friedrichshafen|Esslingen|Ludwigsburg|Göppingen|Offenburg|Baden-Baden|Görlitz|Zwickau|Plauen|Bautzen|Gütersloh|
    Minden|Detmold|Soest|Neukölln|Kreuzberg|Prenzlauer Berg|Teltow|Aschaffenburg|Coburg|Hof|Memmingen|Lörrach|Villingen-Schwenningen`,
  AT: "维也纳|ウィーン|Viena|Vienne|Wiedeń|Vídeň|Wien|Vienna|Graz|Linz|Salzburg|Innsbruck|Klagenfurt|Villach|Wels|Sankt Pölten|St. Pölten|Dornbirn|Bregenz|Steyr|Tirol|Tyrol|Vorarlberg|Kärnten|Steiermark|Burgenland|Oberösterreich|Niederösterreich|Eisenstadt|Leoben",
  CH: "苏黎世|チューリッヒ|취리히|Ginevra|Zurigo|Ginebra|Zúrich|Basilea|Zürich|Zurich|Genève|Geneva|Genf|Basel|Bâle|Lausanne|Bern|Berne|Winterthur|Luzern|Lucerne|St. Gallen|Sankt Gallen|Lugano|Biel|Bienne|Thun|Fribourg|Neuchâtel|Schaffhausen|Chur|Sion|Zug|Davos|Aarau|Solothurn|Ticino|Tessin|Graubünden|Vaud|Valais|Wallis|Thurgau|Aargau|Montreux|Bellinzona",
  FR: `巴黎|马赛|里昂|파리|마르세유|パリ|マルセイユ|リヨン|Париж|Marsella|Marsiglia|Lione|Nizza|Niza|Parigi|Marseilles|Paryż|Île-de-France|Bretagne|Brittany|Normandie|Normandy|Occitanie|Nouvelle-Aquitaine|Auvergne|Rhône-Alpes|Auvergne-Rhône-Alpes|
    Provence|PACA|Côte d'Azur|Bourgogne|Burgundy|Alsace|Lorraine|Corse|Corsica|Dordogne|Vendée|Savoie|Haute-Savoie|Loire-Atlantique|Gironde|
    Finistère|Morbihan|Var|Vaucluse|Bouches-du-Rhône|Hérault|Ardèche|Picardie|Hauts-de-France|Pays de la Loire|Paris|Marseille|Lyon|Lyonnaise|
    Toulouse|Nice|Nantes|Montpellier|Strasbourg|Bordeaux|Lille|Rennes|Reims|Toulon|Saint-Étienne|Le Havre|Grenoble|Dijon|Angers|Villeurbanne|
    Nîmes|Aix-en-Provence|Clermont-Ferrand|Le Mans|Brest|Tours|Amiens|Limoges|Annecy|Perpignan|Besançon|Metz|Orléans|Mulhouse|Rouen|Caen|
    Nancy|Avignon|Cannes|Antibes|Poitiers|La Rochelle|Pau|Bayonne|Biarritz|Saint-Malo|Quimper|Lorient|Vannes|Colmar|Chambéry|Valence|
    Saint-Nazaire|Béziers|Narbonne|Carcassonne|Albi|Ajaccio|Bastia|Dunkerque|Calais|Arras|Troyes|Bourges|Blois|Angoulême|Périgueux|Agen|
    Tarbes|Gap|Aubagne|Cassis|La Ciotat|Bandol|Hyères|Fréjus|Saint-Tropez|Arles|Salon-de-Provence|Martigues|Istres|Manosque|Roquevaire|
    Draguignan|Menton|Grasse|Vitrolles|Gardanne|Sanary|Sanary-sur-Mer|Le Lavandou|Évreux|Laval Mayenne|Niort|Cholet|Beauvais`,
  BE: "Bruxelles|Brussels|Brussel|Brüssel|Antwerpen|Antwerp|Anvers|Gent|Ghent|Gand|Liège|Luik|Brugge|Bruges|Namur|Leuven|Louvain|Mechelen|Charleroi|Mons|Hasselt|Kortrijk|Oostende|Ostend|Aalst|Flanders|Vlaanderen|Wallonie|Wallonia|Genk|Roeselare|Sint-Niklaas|Tournai|Limburg",
  NL: `阿姆斯特丹|鹿特丹|암스테르담|アムステルダム|ロッテルダム|Амстердам|Amsterdam|Rotterdam|Den Haag|The Hague|'s-Gravenhage|L'Aia|La Haye|La Haya|Utrecht|Eindhoven|Groningen|Tilburg|Almere|Breda|Nijmegen|Arnhem|
    Haarlem|Enschede|Apeldoorn|Amersfoort|Zaandam|Hoofddorp|Leiden|Dordrecht|Zoetermeer|Zwolle|Deventer|Delft|Maastricht|Venlo|Leeuwarden|
    Alkmaar|Hilversum|Den Bosch|'s-Hertogenbosch|Gouda|Roosendaal|Middelburg|Vlissingen|Zeeland|Brabant|Noord-Brabant|Gelderland|Overijssel|
    Friesland|Drenthe|Assen|Emmen|Almelo|Hengelo|Helmond|Oss|Heerlen|Sittard|Roermond|Weert|Purmerend|Hoorn|Scheveningen|Schiedam|Lelystad|
    Flevoland|Holland|Noord-Holland|Zuid-Holland|Texel|Wageningen|Ede|Veenendaal|Katwijk|Zandvoort|Vlaardingen`,
  LU: "Esch-sur-Alzette|Luxembourg-Ville|Luxemburg Stadt",
  ES: `马德里|巴塞罗那|마드리드|바르셀로나|マドリード|バルセロナ|Мадрид|Барселона|Barcellona|Barcelone|Séville|Andalucía|Andalusia|Cataluña|Catalunya|Catalonia|Galicia|Asturias|Cantabria|País Vasco|Euskadi|Navarra|Aragón|Extremadura|
    Castilla y León|Castilla-La Mancha|Canarias|Islas Canarias|Canary Islands|Baleares|Comunidad Valenciana|Costa Brava|Costa del Sol|Madrid|
    Barcelona|Valencia|Sevilla|Seville|Zaragoza|Málaga|Murcia|Palma|Palma de Mallorca|Mallorca|Majorca|Ibiza|Menorca|Las Palmas|Bilbao|
    Alicante|Córdoba|Valladolid|Vigo|Gijón|L'Hospitalet|Vitoria-Gasteiz|A Coruña|La Coruña|Granada|Elche|Oviedo|Badalona|Terrassa|Sabadell|
    Cartagena|Jerez|Pamplona|San Sebastián|Donostia|Almería|Burgos|Santander|Castellón|Castelló|Logroño|Badajoz|Salamanca|Huelva|Lleida|
    Tarragona|León España|Cádiz|Jaén|Ourense|Girona|Lugo|Cáceres|Santiago de Compostela|Toledo España|Pontevedra|Segovia|Ávila|Cuenca España|
    Tenerife|Gran Canaria|Lanzarote|Fuerteventura|Marbella|Sitges|Reus|Gandía|Torrevieja|Ciudad Real|Albacete|Guadalajara España`,
  PT: "Lisboa|Lisbon|Lissabon|Lisbonne|Porto|Oporto|Braga|Coimbra|Setúbal|Aveiro|Faro|Algarve|Funchal|Madeira|Açores|Azores|Évora|Leiria|Viseu|Guimarães|Cascais|Sintra|Almada|Alentejo|Matosinhos|Vila Nova de Gaia|Viana do Castelo|Santarém|Beja|Portimão|Lagos Portugal",
  IT: `都灵|米兰|罗马|밀라노|로마|ミラノ|ローマ|Турин|Милан|Рим|Mediolan|Lombardia|Lombardy|Piemonte|Piedmont|Veneto|Liguria|Toscana|Tuscany|Toskana|Umbria|Lazio|Campania|Puglia|Apulia|Calabria|Sicilia|
    Sicily|Sardegna|Sardinia|Emilia-Romagna|Marche|Abruzzo|Friuli|Trentino|Alto Adige|Südtirol|South Tyrol|Basilicata|Molise|Roma|Rome|Milano|
    Milan|Mailand|Napoli|Naples|Torino|Turin|Palermo|Genova|Genoa|Bologna|Firenze|Florenz|Florence Italy|Bari|Catania|Venezia|Venice|Venedig|Verona|
    Messina|Padova|Padua|Trieste|Taranto|Brescia|Parma|Prato|Modena|Reggio Emilia|Reggio Calabria|Perugia|Ravenna|Livorno|Cagliari|Foggia|
    Rimini|Salerno|Ferrara|Sassari|Latina|Monza|Siracusa|Pescara|Bergamo|Forlì|Trento|Vicenza|Terni|Bolzano|Bozen|Novara|Piacenza|Ancona|
    Andria|Arezzo|Udine|Cesena|Lecce|Pesaro|La Spezia|Alessandria Piemonte|Como|Lucca|Pisa|Siena|Asti|Alba|Cuneo|Biella|Varese|Pavia|Cremona|
    Mantova|Treviso|Rovigo|Belluno|Mestre|Pordenone|Gorizia|Savona|Sanremo|Imperia|Carrara|Viareggio|Grosseto|Viterbo|Rieti|Frosinone|
    L'Aquila|Chieti|Teramo|Caserta|Benevento|Avellino|Potenza|Matera|Cosenza|Catanzaro|Crotone|Ragusa|Agrigento|Trapani|Enna|Nuoro|Olbia|
    Oristano|Aosta|Lecco|Lodi|Sondrio|Merano|Faenza|Imola|Carpi`,
  MT: "Valletta|Sliema|Gozo|St Julian's",
  GR: "Athens|Athen|Atene|Αθήνα|Thessaloniki|Θεσσαλονίκη|Patras|Heraklion|Ηράκλειο|Crete|Kreta|Rhodes|Corfu|Volos|Larissa|Mykonos|Santorini|Πάτρα",
  CY: "Nicosia|Limassol|Larnaca|Paphos",
  SE: "斯德哥尔摩|哥德堡|ストックホルム|ヨーテボリ|스톡홀름|Mölndal|Kungälv|Partille|Borlänge|Uddevalla|Alingsås|Estocolmo|Sztokholm|Göteborgs|Stockholm|Göteborg|Gothenburg|Malmö|Uppsala|Västerås|Örebro|Linköping|Helsingborg|Jönköping|Norrköping|Lund|Umeå|Gävle|Borås|Södertälje|Eskilstuna|Halmstad|Växjö|Karlstad|Sundsvall|Östersund|Luleå|Kiruna|Kalmar|Visby|Gotland|Skåne|Dalarna|Falun|Trollhättan|Kristianstad|Skövde|Norrland|Värmland|Småland|Nyköping|Varberg",
  NO: "Oslo|Bergen|Trondheim|Stavanger|Drammen|Fredrikstad|Kristiansand|Sandnes|Tromsø|Sarpsborg|Skien|Ålesund|Sandefjord|Haugesund|Tønsberg|Moss Norge|Porsgrunn|Bodø|Arendal|Hamar|Lillehammer|Molde|Lofoten|Svalbard|Vestland|Rogaland|Narvik|Alta|Kristiansund|Halden|Larvik",
  DK: "哥本哈根|コペンハーゲン|Ebeltoft|Ribe|Thisted|Hjørring|Nyborg|Middelfart|Haderslev|Aabenraa|København|Copenhagen|Kopenhagen|Köpenhamn|Copenhague|Aarhus|Århus|Odense|Aalborg|Ålborg|Esbjerg|Randers|Kolding|Horsens|Vejle|Roskilde|Herning|Silkeborg|Næstved|Fredericia|Viborg|Køge|Holstebro|Svendborg|Sønderborg|Bornholm|Jylland|Fyn|Sjælland|Helsingør|Hillerød|Slagelse|Skagen",
  FI: "Helsinki|Helsingfors|Helsingissä|Helsingistä|Espoo|Espoossa|Tampere|Tampereella|Tampereelta|Vantaa|Oulu|Oulussa|Oulusta|Turku|Turussa|Turusta|Åbo|Jyväskylä|Lahti|Lahdessa|Kuopio|Pori|Joensuu|Lappeenranta|Vaasa|Rovaniemi|Kouvola|Hämeenlinna|Seinäjoki|Mikkeli|Kotka|Porvoo|Lappi|Lapland|Kokkola|Rauma|Åland",
  IS: "Reykjavík|Reykjavik|Akureyri",
  EE: "Tallinn|Tartu|Pärnu|Narva",
  LV: "Riga|Rīga|Liepāja|Daugavpils|Jūrmala",
  LT: "Vilnius|Kaunas|Klaipėda|Šiauliai",
  PL: `Warszawa|Warsaw|Warschau|Varsovie|Kraków|Krakow|Cracow|Krakau|Łódź|Łodzi|Wrocław|Breslau|Poznań|Gdańsk|Danzig|Szczecin|Bydgoszcz|Lublin|
    Białystok|Katowice|Gdynia|Częstochowa|Radom|Sosnowiec|Toruń|Kielce|Rzeszów|Gliwice|Zabrze|Olsztyn|Bielsko-Biała|Bytom|Zielona Góra|Rybnik|
    Opole|Tychy|Gorzów|Elbląg|Płock|Tarnów|Chorzów|Koszalin|Kalisz|Legnica|Sopot|Zakopane|Słupsk|Swarzędz|Nowy Sącz|Jelenia Góra|Mazury|
    Śląsk|Małopolska|Mazowsze|Wielkopolska|Podlasie|Siedlce|Konin|Piła|Leszno|Zamość`,
  CZ: "Praha|Prague|Prag|Praze|Prahy|Brno|Brně|Brna|Ostrava|Plzeň|Plzni|Pilsen|Liberec|Olomouc|České Budějovice|Hradec Králové|Ústí nad Labem|Pardubice|Zlín|Jihlava|Karlovy Vary|Morava|Čechy|Kladno|Opava|Teplice|Děčín|Přerov|Znojmo|Tábor|Mladá Boleslav",
  SK: "Bratislava|Bratislave|Košice|Prešov|Žilina|Nitra|Banská Bystrica|Trnava|Trenčín|Poprad",
  HU: "Budapest|Debrecen|Szeged|Miskolc|Pécs|Győr|Nyíregyháza|Kecskemét|Székesfehérvár|Szombathely|Sopron|Eger|Veszprém|Balaton",
  RO: "București|Bucharest|Bukarest|Cluj|Cluj-Napoca|Timișoara|Iași|Constanța|Craiova|Brașov|Galați|Oradea|Sibiu|Ploiești|Arad|Târgu Mureș|Transylvania|Suceava|Bacău|Pitești",
  BG: "Sofia|София|Plovdiv|Пловдив|Varna|Варна|Burgas|Бургас|Ruse",
  HR: "Zagreb|Rijeka|Osijek|Zadar|Dubrovnik|Pula|Istra|Istria|Dalmacija|Split Croatia|Varaždin|Šibenik",
  SI: "Ljubljana|Maribor|Celje|Koper|Kranj|Piran",
  RS: "Beograd|Belgrade|Београд|Novi Sad|Niš|Kragujevac|Subotica",
  BA: "Sarajevo|Mostar|Banja Luka|Tuzla",
  ME: "Podgorica|Kotor|Budva",
  MK: "Skopje|Bitola|Ohrid",
  AL: "Tirana|Durrës|Vlorë",
  UA: "Київ|Києва|Києві|Kyiv|Kiev|Kyjiw|Lviv|Львів|Львова|Львові|Odesa|Odessa|Одеса|Одеси|Одесі|Kharkiv|Харків|Харкова|Dnipro|Дніпро|Zaporizhzhia|Запоріжжя|Вінниця|Вінниці|Чернівці|Ужгород|Івано-Франківськ|Полтава|Тернопіль",
  RU: "Москва|Москвы|Москве|Moscow|Moskau|Санкт-Петербург|Петербург|Saint Petersburg|Новосибирск|Екатеринбург|Казань|Казани|Нижний Новгород|Самара|Краснодар|Владивосток|Сочи|Ростов|Уфа|Пермь|Воронеж|Калининград",
  BY: "Минск|Минске|Minsk|Брест Беларусь|Гродно",
  KZ: "Алматы|Almaty|Астана|Astana",
  GE: "Tbilisi|Batumi|თბილისი",
  AM: "Yerevan|Ереван",
  TR: "İstanbul|Istanbul|Ankara|İzmir|Izmir|Bursa|Antalya|Adana|Konya|Gaziantep|Kayseri|Mersin|Eskişehir|Samsun|Denizli|Trabzon|Bodrum|Muğla|Kadıköy|Beşiktaş|Kocaeli|Sakarya|Diyarbakır|Çanakkale",
  IL: "Tel Aviv|Jerusalem|Haifa|Be'er Sheva|Beersheba|Herzliya|Ramat Gan|Netanya",
  AE: "Dubai|Abu Dhabi|Sharjah|دبي",
  SA: "Riyadh|Jeddah|Dammam|الرياض|جدة",
  QA: "Doha",
  KW: "Kuwait City",
  LB: "Beirut|Beyrouth",
  EG: "Cairo|القاهرة|Giza|Alexandria Egypt|Le Caire",
  MA: "Casablanca|Rabat|Marrakech|Marrakesh|Tanger|Tangier|Fès|Agadir|Essaouira",
  TN: "Tunis|Sfax|Sousse",
  DZ: "Alger|Algiers|Oran",
  SN: "Dakar",
  CI: "Abidjan",
  GH: "Accra|Kumasi",
  NG: "Lagos|Abuja|Ibadan|Port Harcourt|Kano|Enugu",
  KE: "Nairobi|Mombasa|Kisumu|Nakuru",
  UG: "Kampala",
  TZ: "Dar es Salaam|Arusha|Zanzibar",
  RW: "Kigali",
  ET: "Addis Ababa",
  ZA: "Johannesburg|Joburg|Cape Town|Kapstadt|Durban|Pretoria|Port Elizabeth|Gqeberha|Bloemfontein|Stellenbosch|Gauteng|KwaZulu-Natal|Western Cape|Eastern Cape|Soweto|East London SA|Pietermaritzburg",
  ZW: "Harare|Bulawayo",
  ZM: "Lusaka",
  NA: "Windhoek|Swakopmund",
  IN: "Mumbai|Delhi|New Delhi|Bangalore|Bengaluru|Hyderabad|Chennai|Kolkata|Pune|Ahmedabad|Jaipur|Surat|Lucknow|Kochi|Kerala|Karnataka|Tamil Nadu|Maharashtra|Gujarat|Rajasthan|Punjab India|Goa|Noida|Gurgaon|Gurugram|Indore|Nagpur|Coimbatore|Chandigarh|Bhopal|Mysore|Mysuru|Vadodara",
  PK: "Karachi|Lahore|Islamabad|Rawalpindi|Faisalabad|Peshawar",
  BD: "Dhaka|Chittagong|Sylhet",
  LK: "Colombo|Kandy",
  NP: "Kathmandu|Pokhara",
  CN: "北京|Beijing|上海|Shanghai|广州|Guangzhou|深圳|Shenzhen|杭州|Hangzhou|成都|Chengdu|武汉|Wuhan|南京|Nanjing|西安|Xi'an|重庆|Chongqing|苏州|Suzhou|天津|Tianjin|青岛|Qingdao|宁波|Ningbo|厦门|Xiamen|东莞|Dongguan|大连|Dalian|长沙|郑州|合肥|济南|沈阳|昆明|福州|无锡|佛山|义乌|Yiwu|浙江|江苏|广东|山东|四川",
  HK: "香港|Hong Kong|九龍|Kowloon",
  MO: "澳門|Macau",
  TW: "台北|臺北|Taipei|高雄|Kaohsiung|台中|臺中|Taichung|台南|臺南|Tainan|新竹|Hsinchu|桃園|Taoyuan|新北|基隆|嘉義|花蓮|台灣|臺灣",
  JP: "東京|Tokyo|Tokio|大阪|Osaka|名古屋|Nagoya|横浜|Yokohama|京都|Kyoto|札幌|Sapporo|福岡|Fukuoka|神戸|Kobe|仙台|Sendai|広島|Hiroshima|川崎市|千葉|埼玉|さいたま|長野|金沢|Kanazawa|新潟|静岡|浜松|岡山|熊本|鹿児島|那覇|Okinawa|沖縄|北海道|Hokkaido|奈良|Nara|長崎|松山市|高松|大分|宮崎|愛知|兵庫|神奈川|渋谷|新宿|港区",
  KR: "서울|Seoul|부산|Busan|인천|Incheon|대구|Daegu|대전|Daejeon|광주|울산|수원|판교|Pangyo|성남|제주|Jeju|강남|세종시|청주|전주|춘천",
  SG: "Jurong",
  MY: "Kuala Lumpur|Penang|Johor Bahru|Johor|Selangor|Petaling Jaya|Kuching|Kota Kinabalu|Sarawak|Sabah",
  TH: "Bangkok|กรุงเทพ|Chiang Mai|Phuket|เชียงใหม่",
  VN: "Hanoi|Hà Nội|Ho Chi Minh City|Saigon|Sài Gòn|Hồ Chí Minh|Da Nang|Đà Nẵng|Hải Phòng|Cần Thơ",
  PH: "Manila|Quezon City|Makati|Cebu|Cebu City|Davao|Metro Manila|Iloilo|Baguio",
  ID: "Jakarta|Bali|Surabaya|Bandung|Yogyakarta|Denpasar|Medan|Semarang|Ubud",
  KH: "Phnom Penh|Siem Reap",
  FJ: "Suva|Nadi",
  IM: "Douglas Isle of Man",
  JE: "St Helier",
};
