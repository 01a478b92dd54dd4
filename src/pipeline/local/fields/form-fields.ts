import { fold } from "../text/tokens.ts";

/** What contact forms and notices of programs call the fields that we look for. */
const LABELS = {
  first:
    "first name|given name|forename|vorname|prenom|nombre de pila|nome proprio|voornaam|imie|fornamn|fornavn|etunimi|jmeno krestni",
  last: "(?:last|family|sur) ?name|nachname|nom(?: de famille)?|apellidos?|cognome|sobrenome|apelido|achternaam|nazwisko|efternamn|etternavn|efternavn|sukunimi|prijmeni",
  name: "(?:your |full |contact |customer |visitor |applicant |candidate )*name|submitted by|visitor|from|customer|client|candidate|applicant|guest|contact|kunde|kundin|bewerber|kandydat|kandidat|candidat|candidato|cliente|(?:vor und nach|nach)?name|nom(?: complet)?|nom et prenom|nombre(?: completo)?|nombre y apellidos|nome(?: e cognome| completo)?|naam|imie i nazwisko|namn|navn|nimi|jmeno(?: a prijmeni)?|nev|nume|ad soyad|isim|имя|фио|お名前|氏名|姓名|이름|성함",
  email:
    "(?:your |contact |work |business |customer )*e ?mail(?: ?address)?|mail|e ?mail ?adresse|adresse e ?mail|courriel|correo(?: electronico)?|indirizzo e ?mail|e ?mailadres|adres e ?mail|e ?post(?:adress)?|sahkoposti|e ?mailova adresa|e ?posta|почта|メール(?:アドレス)?|邮箱|电子邮件|이메일",
  company:
    "(?:your )?(?:company|organi[sz]ation|business|practice|clinic|school|institution|employer|org)(?: name)?|firma|unternehmen|firmenname|entreprise|societe|structure|etablissement|empresa|azienda|ragione sociale|societa|ditta|bedrijf(?:snaam)?|organisatie|foretag|virksomhed|bedrift|yritys|spolecnost|ceg(?:nev)?|sirket|компания|организация|会社名|御社名|公司|회사(?:명)?",
  phone:
    "(?:your |daytime |contact )*(?:phone|telephone|tel|mobile|cell)(?: ?(?:number|no))?|telefon(?:nummer)?|handy|mobil(?:nummer)?|rueckrufnummer|portable|telefono|movil|celular|telefone|cellulare|telefoon(?:nummer)?|gsm|numer telefonu|puhelin|cep telefonu|телефон|電話(?:番号)?|电话|手机|전화(?:번호)?|연락처",
  place:
    "(?:your )?(?:country|city|town|state|region|location|address|postcode|zip(?: code)?|plz(?: ?/ ?ort)?)(?: ?/ ?\\w+)?|land|stadt|ort|adresse|bundesland|pays|ville|commune|pais|ciudad|provincia|cidade|estado|paese|citta|stad|plaats|adres|kraj|miasto|ort|maa|zeme|mesto|ulke|sehir|страна|город|国|国家|地区|所在地|住所|국가|지역",
  product:
    "(?:your )?(?:product|products|service|interested in|interest|subject|topic|regarding|enquiry type|cover)|produkt|interesse|thema|betreff|produit|sujet|objet|producto|asunto|prodotto|oggetto|produto|onderwerp|temat|amne|emne|製品|产品|제품",
  budget: "(?:your )?budget.{0,24}|presupuesto.{0,16}|orcamento.{0,16}|budzet.{0,16}|予算|预算|예산",
  timeline:
    "(?:timeline|timeframe|time frame|start(?: date)?|when|wanted by|needed by|deadline|go live)|zeitrahmen|zeitraum|starttermin|delai|echeance|plazo|fecha|tempi|prazo|termin|導入時期|希望時期",
  order:
    "(?:your )?(?:order|booking|reservation)(?: ?(?:number|no|id|nr|ref(?:erence)?))?|bestell(?:ung|nummer)|commande|pedido|ordine|bestelling|zamowienie|注文番号|订单号|주문번호",
} as const;
export type FormField = keyof typeof LABELS;

const PATTERNS = (Object.keys(LABELS) as FormField[]).map(
  (field) => [field, new RegExp(`^(?:${LABELS[field]})$`, "u")] as const,
);

/** `Label: value` lines by what they tell; the first of a kind counts. */
export function formFields(lines: readonly string[]): Map<FormField, string> {
  const fields = new Map<FormField, string>();
  for (const line of lines) {
    const colon = line.slice(0, 50).search(/[:：\t]/);
    if (colon < 1) continue;
    const value = line
      .slice(colon + 1)
      .replace(/^[*_\s]+/, "")
      .trim();
    if (value === "") continue;
    const label = fold(line.slice(0, colon))
      .replace(/[*_()[\]?•·-]+/g, " ")
      .replace(/\s+/g, " ")
      .trim();
    const field = PATTERNS.find(([, pattern]) => pattern.test(label))?.[0];
    if (field && !fields.has(field)) fields.set(field, value);
  }
  return fields;
}
