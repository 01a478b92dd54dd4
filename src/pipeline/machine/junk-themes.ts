import type { Phrases } from "../phrases/phrases.ts";
import { phrases } from "../visible-text/patterns.ts";

/**
 * What junk is about, in the words of those who send it. A customer who writes about his parcel, his account or his Bitcoin
 * uses other sentences; still, no theme decides alone (`junk.ts`).
 */
export interface Theme {
  name: string;
  weight: number;
  pattern: Phrases;
}

const theme = (name: string, weight: number, table: string): Theme => ({
  name,
  weight,
  pattern: phrases(table),
});

export const THEMES: readonly Theme[] = [
  theme(
    "asks for passwords",
    3,
    String.raw`
en  (?:sign|log) in (?:below |here )?(?:with|using) your (?:\p{L}+ ){0,2}(?:e-?mail|mail account|password|credentials|company authentication code)
en  (?:verify|confirm|re-?validate|validate|reactivate|restore|unlock|secure|update) (?:your |the )?(?:\p{L}+ ){0,2}(?:account|password|identity|mailbox|credentials|wallet|card details|bank details)
en  keep (?:the |your )?(?:same|current) password|(?:e-?mail|mail) (?:and|&) password|release (?:the |them |your |pending |all )*messages
en  (?:account|mailbox|storage|quota|password|certificate)\b.{0,40}(?:suspend|limit(?:ed)?\b|deactivat|lock(?:ed)?\b|about to expire|has expired|will be (?:\p{L}+ )?(?:clos|delet|terminat|remov)|(?:is |almost )full|reached \d)
en  (?:messages?|mails?) (?:are|were|is) (?:\p{L}+ )?(?:held|queued|on hold|pending|quarantined)|unusual (?:sign-?in|activity|login|payout|access)
en  play (?:the )?(?:voice ?)?message.{0,40}sign in|review (?:secured? )?document|e-?sign the (?:revised|updated|attached)
de  (?:konto|zugang|postfach|karte)\b.{0,40}(?:eingeschränkt|gesperrt|begrenzt|deaktiviert|limitiert|gelöscht|abgelaufen|speicherlimit)
de  (?:bestätigen|aktualisieren|verifizieren) sie (?:bitte )?(?:jetzt )?(?:ihre?n? |die |das )?(?:kennwort|passwort|bankdaten|identität|daten|konto|zugangsdaten|angaben)|bestätigen die bankdaten
fr  (?:compte|accès|boîte|carte)\b.{0,40}(?:suspendu|limité|bloqué|désactivé|expir)|(?:confirmez|vérifiez|validez|mettez à jour|renseignez) (?:vos|votre) (?:identifiants|mot de passe|coordonnées|compte|informations|carte)
es  (?:cuenta|acceso|buzón|tarjeta)\b.{0,40}(?:suspendid|bloquead|limitad|desactivad)|(?:confirme|verifique|valide|actualice) (?:sus|su) (?:datos|contraseña|cuenta|identidad|tarjeta)
it  (?:conto|accesso|casella|carta)\b.{0,40}(?:sospes|bloccat|limitat|disattivat)|(?:confermi|verifichi|conferma|verifica|aggiorna|aggiorni) (?:i|la|il) (?:suo|sua|suoi|tuo|tuoi|dati|password|account)
pt  (?:conta|acesso|caixa|cartão)\b.{0,40}(?:suspens|bloquead|limitad|desativad)|(?:confirme|verifique|valide|atualize) (?:os|a|o|seus|sua) (?:dados|senha|conta|cartão)
nl  (?:rekening|account|postvak|pas)\b.{0,40}(?:geblokkeerd|beperkt|opgeschort|verlopen|verloopt)|(?:bevestig|verifieer|controleer) (?:uw|je) (?:gegevens|wachtwoord|account|identiteit)
pl  (?:konto|dostęp|skrzynk\p{L}*)\b.{0,40}(?:zablokowan|zawieszon|ograniczon)|(?:potwierdź|zweryfikuj|zaktualizuj) (?:swoje |swój )?(?:dane|hasło|konto|tożsamość)
sv,da,no  (?:konto|konton|adgang|tilgang|utbetalning\p{L}*)\b.{0,40}(?:spärrat|begränsat|pausad|spærret|begrænset|sperret|stanset)|(?:verifiera|bekräfta|identifiera|bekræft|bekreft) (?:ditt |dine |din |dig )?(?:konto|uppgifter|lösenord|oplysninger|opplysninger|med bankid)
cs,sk  (?:účet|účt\p{L}*|schránk\p{L}*|kart[ay])\b.{0,40}(?:zablokov|pozastav|omezen|obmedzen|deaktivov)|(?:ověřte|overte|potvrďte|aktualizujte) (?:své |svoje |svůj |svoj )?(?:údaje|heslo|účet|kartu)
hu,ro  (?:fiók|bankkárty|postafiók)\p{L}*\b.{0,40}(?:zárol|felfüggeszt|korlátoz)|(?:erősítse meg|igazolja) .{0,20}(?:adatait|jelszavát|fiókját)|(?:contul|cardul|căsuța)\b.{0,40}(?:blocat|suspendat|limitat)|(?:confirmați|verificați|actualizați) (?:datele|parola|contul)
tr,el  (?:hesabınız|kartınız)\b.{0,40}(?:askıya|kısıtlan|bloke)|(?:λογαριασμός|κάρτα) σας.{0,40}(?:ανασταλ|μπλοκαρ|περιορι)|(?:επιβεβαιώστε|επαληθεύστε) (?:τα στοιχεία|τον κωδικό|τον λογαριασμό)
ru,uk  (?:аккаунт|почтовый ящик|счет|обліковий запис)\b.{0,40}(?:заблокирован|приостановлен|ограничен|заблоковано)|подтвердите (?:ваш|свои|данные|пароль)
ja,zh,ko  (?:アカウント|口座).{0,20}(?:停止|制限|凍結|確認)|口座情報|(?:账户|账号|邮箱|帳戶).{0,12}(?:冻结|异常|停用|验证|凍結|異常)|계정.{0,12}(?:정지|제한|확인)
`,
  ),
  theme(
    "a parcel that wants money",
    3,
    String.raw`
en  (?:your|the) (?:parcel|package|shipment|box)\b.{0,120}(?:unpaid|pending customs|customs (?:fee|not|of)|redelivery|re-?schedule|incomplete (?:house|address)|pay\b.{0,20}fee|small fee|discarded)
de  (?:paket|sendung|lieferung)\b.{0,120}(?:zollgebühr|gebühr|nachzahlung|wartet auf|freigabe|nicht zugestellt)
fr  (?:colis|livraison|envoi)\b.{0,120}(?:frais de douane|frais|en attente|affranchissement|non livré)
es,pt  (?:paquete|envío|encomenda|pacote)\b.{0,120}(?:aduana|tasas?|alfândega|taxa|pendiente|pendente|retenid|retid)
it  (?:pacco|spedizione|merce)\b.{0,120}(?:dogan|diritti|giacenza|svincol|rinvio)
nl,pl  (?:pakket|zending|paczk\p{L}*|przesyłk\p{L}*)\b.{0,120}(?:douane|invoer|bezorgkosten|celn|dopłat|opłat)
cs,sk  (?:balík|balíče?k|zásilk|zásielk)\p{L}*\b.{0,120}(?:\bclo\b|\bcla\b|celní|coln|doplat|poplat)
hu,ro,tr,el  (?:csomag|küldemény)\p{L}*\b.{0,120}(?:vám|díj|utánfizet)|coletul?\b.{0,120}(?:vam[ăa]|tax[ăae])|(?:kargonuz|gönderiniz)\b.{0,120}(?:gümrük|ücret)|(?:δέμα|αποστολή) σας.{0,120}(?:τελωνεί|χρέωση|τέλη)
sv,da,no,fi  (?:paket|pakke|försändelse|forsendelse|paketti)\b.{0,120}(?:tull|told|toll|avgift|gebyr|tulli)
ru,ja,zh  (?:посылк\p{L}*).{0,80}(?:таможен|пошлин|оплат)|(?:お荷物|荷物).{0,40}(?:不在|関税|再配達)|(?:包裹|快递).{0,30}(?:关税|清关|费用)
`,
  ),
  theme(
    "money from nowhere",
    3,
    String.raw`
en  inheritance|next of kin|beneficiary of|(?:late|deceased) (?:client|engr)|late (?:husband|father|relative)\b.{0,120}(?:deposit|fund|estate|million|account)|unclaimed (?:funds?|eth|btc|prize|inheritance)|compensation fund
en  (?:\bmillion (?:united states |us )?(?:dollars|usd|euros?|pounds)|(?:us\$|\$|€|£|usd|eur) ?[\d.,]+ ?(?:million|m\b)).{0,160}(?:deposit|dormant|fund|shar(?:e|ed)|beneficiary|unclaimed|commission|on your (?:behalf|name))|donat(?:e|ion) (?:this|of|the) (?:fund|sum|money)
en  (?:you(?:['’]ve| have| are)? (?:been )?(?:won|selected as|chosen as|a (?:lucky )?winner))|lottery|claim (?:your|my|the) (?:prize|reward|voucher|bonus|gift|refund|funds?)|(?:gift card|voucher|supermarket) (?:is )?(?:waiting|pending|unclaimed|to claim)|pending \$?\d+ voucher
en  (?:tax|vat|fiscal)\b.{0,40}(?:refund|rebate)\b.{0,80}(?:eligible|claim|submit|receive)|eligible (?:to receive|for) (?:a )?(?:refund|rebate|compensation)|already recovered [£$€]
de  erbschaft|(?:sie haben|haben sie) .{0,30}gewonnen|gewinnbenachrichtigung|lotterie|rückerstattung .{0,40}(?:steuer|anspruch)|guthaben .{0,20}(?:einlösen|abholen)
fr  héritage (?:de|d')|loterie|tirage (?:au sort|international)|(?:avez|a) (?:gagné|remporté)|votre gain|remboursement .{0,40}(?:impôts|éligible|trop-perçu)|éligible à (?:une restitution|un remboursement)
es,pt,it  herencia de|lotería|ha(?:s)? ganado|premio .{0,20}(?:reclam|cobrar)|herança de .{0,60}(?:depósito|milh)|loteria|você (?:ganhou|foi sorteado)|eredità|lotteria|ha(?:i)? vinto|rimborso .{0,30}(?:spett|fiscale)
nl,pl,sv,da,no  erfenis|loterij|gewonnen .{0,20}prijs|belastingteruggave|spadek po|wygrał|loteri|du har vunnit|arv efter|du har vundet|du har vunnet
ru,ja,zh  наследств|лотере|вы выиграли|当選|受取権利|プレゼント.{0,10}当|中奖|中獎|遗产
`,
  ),
  theme(
    "crypto and easy money",
    3,
    String.raw`
en  (?:connect|sync|validate) (?:your )?wallet|airdrop|double your|\b(?:btc|eth|usdt|bitcoin)\b.{0,60}(?:receive|back|doubl|unclaimed|to (?:the|this) wallet)|(?:pay|bounty|ransom|transfer|send)\b.{0,60}\b(?:btc|bitcoin|usdt|crypto)\b
en  guaranteed (?:returns?|profits?)|risk[- ]free|passive income|make money (?:online|from home|fast)|work from home and earn|binary option|forex signals|trading (?:bot|robot)
en  (?:loan|project funding|private lender|funding)\b.{0,80}(?:\d ?%|interest|no collateral)|no credit check
de,fr,es,it  kryptow.{0,40}(?:verdien|rendite|garant)|schnelles geld|gains? garantis?|prêt entre particulier|ingresos pasivos|préstamos? .{0,30}(?:sin aval|%)|guadagni garantiti
ru,zh  пассивный доход|заработ(?:ок|ай) .{0,20}(?:в интернете|без)|博彩|棋牌|贷款.{0,10}(?:秒批|无抵押)
`,
  ),
  theme(
    "blackmail",
    3,
    `
en  (?:full )?access to your (?:device|computer|phone|operating system)|(?:infected|hacked) (?:your|you)|recorded (?:you|a video of)|through (?:your|the) (?:front )?(?:web)?cam(?:era)?|private trojan|send(?:ing)? (?:the|this) video|your contacts
en  details have been withheld|public listing of|leak(?:ed)? (?:your|the) data .{0,40}(?:pay|unless)
de,fr,es,it  zugriff auf (?:ihr|dein) (?:gerät|system)|accès (?:complet )?à (?:votre|ton) (?:appareil|ordinateur)|acceso (?:completo )?a (?:su|tu) (?:dispositivo|ordenador)|accesso (?:completo )?al (?:suo|tuo) (?:dispositivo|computer)
`,
  ),
  theme(
    "pills, love, gambling",
    3,
    String.raw`
en  \bviagra\b|\bcialis\b|\bxanax\b|\btramadol\b|ozempic\b.{0,30}(?:cheap|without)|(?:cheap|discount) (?:meds|pills)|no prescription|pharmacy\b.{0,30}(?:discreet|overseas|cheap|without)|discreet(?:ly)? (?:ship|from|pack)|enlarge|erection|weight loss|lose \d+ (?:kg|pounds|lbs)|miracle
en  (?:saw|found|seen) (?:your|ur) profile|(?:hi|hello) handsome|(?:kind|lonely|serious|single) (?:girl|woman|lady)|hot singles|(?:look|see|send you) my (?:private )?photos|dating (?:site|app|profile)|\bxxx\b|adult (?:site|content)
en  casino|free spins|betting (?:tips|bonus)|replica watches|rolex
de,fr,es,it  potenzmittel|ohne rezept|einsame frauen|casino[- ]?bonus|sans ordonnance|rencontres? (?:coquines|chaudes)|sin receta|senza ricetta
ru  виагра|казино|знакомств
`,
  ),
  theme(
    "a bill that is none",
    3,
    String.raw`
en  this is (?:not (?:a|an) (?:bill|invoice)|a solicitation|an offer and not)|under no obligation|by paying (?:this|the) (?:offer|invoice) you (?:accept|order)|voluntary ba(?:se|sis)
en  (?:domain|trademark|patent)\b.{0,40}(?:registry|registration|listing)\b.{0,80}(?:fee|lapse|cancel)|search engine (?:registration|submission)|(?:listing|entry) (?:renewal|in (?:the )?.{0,40}(?:registry|register|directory))
de,fr,sv  branchenbuch|(?:register|verzeichnis)eintrag|registereintragung|inscription (?:à l['’]annuaire|au registre)|brandskydds?kontroll|lagstadgad kontroll
en  (?:nominee|finalist|nominated|shortlisted)\b.{0,300}(?:package|trophy|table of ten|fee)|(?:trophy|gala)\b.{0,80}(?:package|confirm|fee)
`,
  ),
  theme(
    "an attachment that must be opened",
    3,
    String.raw`
en  (?:archive|zip|file|document)\b.{0,30}\(?password:? ?\S{2,12}|open the (?:archive|attachment|document) and|(?:enable|activate) (?:macros|editing|content)|macros? to (?:view|show)
de,fr,es,it  makros aktivieren|activer les macros|habilitar (?:las )?macros|abilitare le macro|scaric\p{L}+ (?:il )?report .{0,20}\(?zip
`,
  ),
  theme(
    "mass offers to businesses",
    2,
    String.raw`
en  (?:first|top) page (?:of|on|in) google|page (?:one|1) of google|rank (?:your|you)|\bseo\b|back ?links?|guest posts?|domain authority|link building|web(?:site)? (?:design|development|redesign|traffic)|app development|explainer videos?
en  (?:verified|targeted) (?:\p{L}+ ){0,3}(?:e-?mail )?(?:lists?|leads|contacts|database)|(?:e-?mail|contact|leads?|attendees?|users?) (?:list|database)|[\d.,]{1,12} ?[mk]? (?:\p{L}+ ){0,2}(?:contacts|e-?mails|leads)|data (?:broker|append)|counts,? pricing
en  (?:professional )?manufacturer of|factory (?:price|direct)|\bmoq\b|\boem\b.{0,20}welcome|best price|price list \d{4}|kindly (?:inquiry|enquiry)|whatsapp (?:is ok|me|:|\+)|telegram ?:|wechat ?:
en  (?:dear )?(?:purchas(?:e|ing)|procurement|hr|marketing|website|business|site) (?:manager|owner)|to whom it may concern
de,fr,es,it  suchmaschinenoptimierung|erste seite (?:bei|von) google|adresslisten|référencement|première page|posicionamiento web|primera página|posizionamento|prima pagina
`,
  ),
  theme(
    "threats and deadlines",
    1.5,
    String.raw`
en  (?:within|in|only) (?:the )?(?:next )?(?:\d{1,2}|twenty-four|forty-eight)[ -]?(?:h\b|hrs?\b|hours?|minutes?|days? (?:or|to avoid|before))|expires? (?:today|tonight)|(?:final|last) (?:notice|reminder|warning|demand)|immediate(?:ly)? action|action required|act now|urgent(?:ly)? (?:response|reply|action|attention)|legal action|non-?compliance|penalty (?:of|notice)|late penalty|before it is taken down
de  (?:binnen|innerhalb(?: von)?|in) (?:\d{1,2}|24|48) ?(?:stunden|h\b)|letzte (?:mahnung|warnung|erinnerung|zahlungserinnerung)|kontopfändung|pfändung|zwangsweise|sofort handeln
fr  sous (?:\d{1,2}|24|48|72) ?(?:h\b|heures)|dernier (?:rappel|avis)|mise en demeure|saisie|huissier|coupure
es,pt,it  en (?:\d{1,2}|24|48) ?horas|último aviso|em (?:24|48) ?horas|entro (?:\d{1,2}|24|48) ?(?:ore|giorni)|ultimo avviso|per evitare (?:sanzioni|la sospensione|il rinvio)
nl,pl,sv,da,no  binnen (?:24|48) ?uur|laatste (?:herinnering|waarschuwing)|voorkom een boete|w ciągu (?:24|48) ?godzin|ostatnie (?:wezwanie|ostrzeżenie)|inom (?:\d{1,2}|24|48) ?(?:timmar|minuter|h\b)|sista påminnelse|inden for (?:24|48) ?timer|innen (?:24|48) ?timer
cs,sk,hu,ro  do (?:24|48) ?hod|(?:24|48) órán belül|în (?:24|48) de ore
ru,ja,zh  в течение (?:24|48) ?час|последнее предупреждение|(?:24|48)時間以内|本日\d{1,2}:\d{2}まで|限时|过期
`,
  ),
  theme(
    "money to pay at once",
    1.5,
    String.raw`
en  (?:outstanding|overdue|unpaid|attached|pending) (?:invoice|payment|bill|balance)|invoice .{0,40}(?:overdue|unpaid|outstanding)|copyright[- ](?:protected|infring\p{L}*)|infring(?:ed|ing|ement).{0,60}(?:images?|photos?|rights)|court notice|summoned|notice to appear
de  offene(?:n|r)? (?:forderung|rechnung)|rechnung .{0,40}(?:offen|überfällig|unbezahlt)|inkasso
fr,es,it  facture .{0,40}impayée|somme .{0,40}(?:due|impayée)|recouvrement|factura .{0,40}(?:impagad|vencid)|fattura .{0,40}(?:insoluta|scaduta|scartata)
`,
  ),
];

/** Letters driven apart or swapped for digits so that filters do not find the word: "C h e a p", "R:E:F:I:L:L", "V1-4gra". */
export const isDisguised = (text: string): boolean => (TWO_APART.test(text) && APART.test(text)) || SWAPPED.test(text);
const APART = /(?:\b\p{L}[ .:*_-]){5,}\p{L}\b/iu;
/** Quicker to see. */
const TWO_APART = /[ .:*_-][^ .:*_-][ .:*_-][^ .:*_-][ .:*_-]/u;
const SWAPPED = phrases(
  String.raw`
v[i1!|][a@4]gr[a@4]
c[i1!|][a@4]l[i1!|]s
p[i1!|]ll[sz5]
0ff\b
fr[3e]{1,2}\b.{0,3}!!
[a-z]+\d[a-z]*\d[a-z]+ \d+ ?% ?0?ff
`,
  String.raw`\b`,
  String.raw`(?!\p{L})`,
);
