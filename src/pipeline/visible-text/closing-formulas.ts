/**
 * Closing formulas that nobody writes as the last sentence of a request: the signature begins at such a line. Alternatives of
 * a regular expression over a whole folded line (`fold.ts`: lower case, no accents).
 */
export const FORMULAS = String.raw`
// English
(?:(?:with|my|our) )?(?:kind|kindest|best|warm|warmest|many|fond|sincere)(?: (?:personal|and kind|& kind))? (?:regards|wishes)
regards|rgds|kind rgds|kr|br|brgds|best|all the best|all my best|cheers|sincerely(?: yours)?
(?:very )?(?:yours )?(?:sincerely|faithfully|truly|respectfully|cordially)(?: yours)?|yours(?: in [a-z]+)?
respectfully(?: submitted)?|cordially|warmly|take care
with (?:best|kind|warm|kindest|warmest)? ?(?:regards|wishes|thanks)|with regards|best regard|with (?:all )?(?:due )?respect|with thanks|with gratitude
with appreciation
have a (?:great|nice|good|lovely|wonderful|pleasant) (?:day|weekend|week|evening|one|night|time)(?: ahead)?
yours aye|in haste|talk soon|speak soon|xo+|x{2,4}|love|lots of love|remain blessed|god bless(?: you)?
thanks (?:and|&) (?:kind |best |warm )?(?:regards|rgds)
(?:thank you|thanks) (?:and|&) (?:have a|kind|best|warm).{0,40}|in solidarity|peace
// German
im auftrag|in vertretung|i\. ?a\.?|i\. ?v\.?|p\. ?p\. ?a?\.?|namens deze|for and on behalf of .{1,60}|(?:yours )?for .{1,40} ltd
(?:mit )?(?:den )?(?:freundlich|best|lieb|viel|herzlich|schon|sonnig|nett|kollegial|sportlich|frohlich|winterlich|weihnachtlich)\w{0,4} (?:(?:und )?\w+ )?gru(?:ss|ß)\w{0,4}
(?:mit )?freundlichem gru(?:ss|ß)\w{0,2}|gru(?:ss|ß)(?:e|en)?|danke und gru(?:ss|ß)
(?:vielen dank|danke|besten dank) und .{0,25}gru(?:ss|ß)e?|lg|vg|mfg|bg|mbg|mit gru(?:ss|ß)|hochachtungsvoll
mit vorzuglicher hochachtung|mit (?:den )?besten empfehlungen|herzlichst|liebe gruesse|viele gruesse|mit freundlichen gruessen|beste gruesse
schone gruesse|gruesse|ihre?|euere?|servus|bis bald|bis dann|ciao|tschuss|berg heil|schones wochenende
schonen (?:tag|abend|feierabend)(?: noch)?|gluck auf|moin|waidmannsheil|ahoi
// French
(?:tres |bien )?cordialement|bien a (?:vous|toi)|cdt|cdlt|bien cdt
(?:mes |nos )?(?:sinceres |respectueuses |meilleures |cordiales )?salutations(?: (?:distinguees|sinceres|les meilleures|cordiales|respectueuses))?
(?:mes |nos )?sentiments (?:distingues|devoues|les meilleurs)|(?:tres )?amicalement|amities|respectueusement|sincerement
bonne (?:journee|soiree|reception|fin de journee|semaine)(?: a vous)?|belle (?:journee|soiree)(?: a vous)?
a (?:bientot|tres bientot|plus)|bises|bisous
(?:(?:dans l'attente|restant|en vous remerciant|vous en remerciant) .{0,60})?(?:je vous prie|nous vous prions|veuillez|vous priant) .{0,60}(?:agreer|croire|recevoir|accepter).{0,120}
avec mes (?:sinceres |meilleures |cordiales )?(?:salutations|remerciements)
// Spanish, Catalan
(?:un )?(?:cordial |afectuoso |fuerte )?saludos?(?: (?:cordial(?:es)?|cordialmente|a todos|afectuosos?))?
saludos?(?: .{0,20})?|atentamente|atte|atentos saludos|(?:muy )?cordialmente|(?:un |fuerte )?(?:fuerte )?abrazos?
reciba(?:n)? (?:un cordial saludo|nuestros? .{0,30}|un .{0,30}saludo)|le saluda (?:atentamente)?
sin otro particular.{0,60}|que tenga(?:n)? (?:un )?buen (?:dia|fin de semana)|besos|salutacions(?: cordials)?
cordials salutacions|atentament|una salutacio|una abracada|un saudo|agur(?: bero bat)?
(?:muchos|muitos) saludos
// Italian
(?:cordiali|distinti|cari|un caro|un cordiale|i miei migliori|migliori|affettuosi) salut[oi]
(?:un )?salut[oi](?: cordiali)?|cordialmente|in fede|con osservanza|buona (?:giornata|serata)
buon (?:lavoro|weekend|fine settimana)|a presto|con i migliori saluti|porgo (?:cordiali|distinti) saluti|cordialita
// Portuguese
(?:muito )?atenciosamente|att|atte|(?:com os )?(?:melhores |meus |nossos )?(?:melhores )?cumprimentos
(?:um |forte |grande )?(?:grande |forte )?abracos?|saudacoes(?: cordiais)?|cordialmente|bom fim de semana
um otimo dia|beijos?|bjs|ate breve|respeitosamente
// Dutch
(?:met )?(?:(?:zeer )?vriendelijke?|hartelijke|beste|lieve|warme|de hartelijke|sportieve) groet(?:en|jes)?
(?:veel |de )?groet(?:en|jes)|groet|gr|grt|grtz|mvg|hoogachtend|m\.?v\.?g|fijne (?:dag|avond|weekend)(?: nog)?
fijn weekend|tot (?:snel|gauw|ziens)|liefs
// Polish
(?:serdecznie )?pozdrawiam(?:y)?(?: serdecznie| cieplo)?
(?:z |lacze |przesylam )?(?:serdeczne |cieple )?pozdrowieni(?:a|ami)|z powazaniem|z wyrazami szacunku|z szacunkiem
milego dnia|lacze wyrazy szacunku|pozdr
// Swedish, Danish, Norwegian, Icelandic
(?:med )?(?:de )?(?:vanlig|venlig|vennlig|basta|bedste|beste|hjartlig|hjertelig|mange|kaere|kjaerlig|allra basta)\w{0,3} hals\w{0,6}
(?:med )?(?:de )?(?:vanlig|venlig|vennlig|basta|bedste|beste|hjartlig|hjertelig|mange|kjaerlig)\w{0,3} hils\w{0,4}
hals(?:ning(?:ar)?|ar)|hilsen|hilsner|mvh|m\.?v\.?h|vh|kh|vanligen|vanliga halsningar|med vanlig halsning
allt gott|ha (?:en )?(?:bra|fin|trevlig|god) (?:dag|helg|kvall)|(?:god|fortsat god|fortsatt fin) (?:dag|weekend|helg)|knus
kram|bestu kve[dð]jur|me[dð] (?:bestu )?kve[dð]ju|kaer kve[dð]ja|kve[dð]ja
// Finnish, Estonian
(?:ystavallisin |parhain |lampimin |kunnioittavin )?terveisin|(?:yst|parh)\.? ?terv|terv(?:eisia|eiset)?|t
ystavallisesti|kunnioittaen|hyvaa (?:paivanjatkoa|viikonloppua)|mukavaa (?:paivaa|viikonloppua)|lugupidamisega
parimate soovidega|heade soovidega|parimat|tervitades
// Czech, Slovak, Slovene, Croatian, Serbian, Bosnian
s (?:pratelskym |priatelskym |uctivym |srdecnym )?pozdrav(?:em|om)|se? (?:srdecnym )?pozdravem|s uctou
pekny (?:den|vikend|zvysek dne)|hezky (?:den|vikend|zbytek dne)|zdravi
(?:preji|prejeme|prajem|prajeme|zelim|zelimo) (?:vam )?(?:hezk|pekn|krasn|lep|lijep|ugod)\w{0,3} (?:den|dan|vikend|zbytek dne|zvysok dna)
(?:s |lep |lepi |lijep |lijepi |srdacan |srdacne |lepo |prijazen )(?:pozdrav|postovanjem|spostovanjem|pozdrave|pozdravi)
s postovanjem|pozdrav|lp|s spostovanjem
// Hungarian
(?:szivelyes |baratsagos |kello )?(?:udvozlettel|tisztelettel|koszonettel)|udv(?:ozlettel)?|szep napot(?: kivanok)?
minden jot|maradok tisztelettel
// Romanian, Turkish
cu (?:stima|respect|drag|deosebita stima|consideratie)|salutari|toate cele bune
o zi (?:buna|frumoasa)(?: in continuare)?|numai bine|cele bune|sayg(?:i|\u0131)lar(?:\u0131|i)m(?:la|\u0131zla|izla)
sayg(?:i|\u0131)lar|iyi (?:calismalar|gunler|aksamlar|haftalar)(?: dilerim| dileriz)?|sevgiler(?:imle)?|kolay gelsin
selamlar|hurmetle
// Greek
με (?:ιδιαιτερη )?εκτιμηση|(?:με )?φιλικ(?:α|ους χαιρετισμους)|με (?:τιμη|σεβασμο)|χαιρετισμους?|χαιρετω
ευχαριστω εκ των προτερων|μετα τιμης
// Russian, Ukrainian, Bulgarian, Serbian
с (?:искренним )?(?:уважением|почтением|приветом)|с наилучшими пожеланиями|всего (?:доброго|хорошего|наилучшего)
хорошего дня|до встречи|з (?:повагою|найкращими побажаннями)|гарного дня|щиро(?: ваша?)?|с уважение
(?:сърдечни )?поздрави|хубав ден|приятен (?:ден|уикенд)|с почит|с поштовањем|поздрав|срдачан поздрав
// Japanese, Chinese, Korean
(?:以上|どうぞ|何卒|今後とも|引き続き|ご確認のほど|ご検討のほど)?[、,]?\s?(?:何卒|どうぞ)?(?:宜しく|よろしく)(?:ご確認|ご対応|ご検討)?(?:の程|のほど)?お(?:願い|ねがい)(?:いた|致|申し上げ|し)(?:します|ます)?(?:。)?
敬具|草々|かしこ|以上|拝|此致[,，]? ?敬礼|此致|敬礼|敬禮|此致[,，]? ?敬禮
(?:顺|順)?(?:祝|颂|頌) ?(?:商祺|好|安|工作(?:顺利|順利)|一切(?:顺利|順利)|生意(?:兴隆|興隆)|时祺|時祺|近安|安好)|敬上|谨上|謹上|祝好|(?:드림|올림|배상)
안녕히 계(?:세요|십시오)|수고하세요
// Arabic, Persian, Hebrew
(?:مع |و)?(?:خالص |أطيب |اطيب |فائق )?(?:التحية|التحيات|تحياتي|تحياتنا|الاحترام|الشكر والتقدير)(?: والتقدير| والاحترام)?
تحياتي|مع (?:التقدير|الشكر|خالص التحية|أطيب التحيات|فائق الاحترام)|وتفضلوا بقبول .{0,40}|با (?:احترام|تشکر|سپاس)
ارادتمند|בברכה(?: רבה)?|בכבוד רב|ב(?:תודה|הערכה)(?: מראש)?|כל טוב|יום (?:טוב|נעים)|להתראות
// Indonesian, Malay, Vietnamese, Thai, Hindi, Baltic, Irish, Welsh
salam(?: hormat| hangat)?|hormat (?:kami|saya)|terima kasih dan salam|tran trong|than ai|than men|kinh thu|ขอแสดงความนับถือ
ด้วยความเคารพ|सादर|भवदीय(?:ा)?|ar cienu|ar lab\w{1,4} velejumiem|(?:su )?pagarb(?:iai|a)|(?:su )?(?:geriausi|nuosirdziausi)\w{0,3} linkejimai\w{0,2}|cieņā|(?:is mise )?le meas|le gach dea-?ghui|cofion(?: gorau| cynnes)?|yn gywir|cu salutari
`;
