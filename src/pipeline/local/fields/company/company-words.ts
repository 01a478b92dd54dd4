import { byWord } from "../../text/by-word.ts";
import { fold } from "../../text/tokens.ts";

const set = (words: string): ReadonlySet<string> => new Set(words.split(/\s+/).filter(Boolean));

/** Departments and purposes: they stand beside a company's name in From and are not part of it. */
const DEPARTMENTS = set(`
  team support service services help helpdesk desk sales billing accounts account accounting ap ar a/p a/r payable payables
  receivable receivables finance invoices invoicing ledger procurement purchasing buying dept department reception front
  admin administration info contact enquiry enquiries inquiry forms form website web noreply notification notifications alert
  alerts update updates news newsletter changelog status mailer calendar careers jobs recruitment recruiting talent
  hr people payroll legal privacy compliance security press marketing communications registration bookings reservations
  orders returns dispatch facilities maintenance claims audit verification verifications monitor reports notices planning
  proofs operations ops noc partner partners key it dev export import enablement supplier community via from at by
  management-office leasing-office subscriptions community events-team
  kundenservice kundendienst buchhaltung rechnungswesen rechnung rechnungen vertrieb verkauf einkauf beschaffung verwaltung
  sekretariat personal personalabteilung bewerbung abteilung zentrale empfang redaktion mahnwesen inkasso disposition
  kreditorenbuchhaltung debitorenbuchhaltung produktnews
  facturation comptabilite secretariat direction commercial commandes achats recrutement clientele equipe planification
  juridique le la les service
  facturacion administracion contabilidad compras empleo pedidos reservas soporte equipo departamento direccion ventas
  amministrazione contabilita fatturazione ordini vendite acquisti assistenza ufficio segreteria direzione pratiche
  faturamento financeiro vendas compras suporte atendimento recrutamento secretaria equipa administracao
  administratie boekhouding debiteuren crediteuren verkoop inkoop klantenservice afdeling receptie secretariaat
  ekonomi kundtjanst faktura inkop forsaljning avdelning kundeservice regnskab regnskap salg innkjop asiakaspalvelu
  laskutus myynti ksiegowosc sekretariat dzial obsluga klienta sprzedaz rekrutacja ucetni fakturace
  nieuwsbrief redakcja lettre boletin redaccion redactie bulletin bokning groups liaison
  kreditoren debitoren datenschutz dyspozycja interessenten
  muhasebe satis destek konyveles szamlazas
`);
const CJK_DEPARTMENT =
  /[ \u3000]*(?:事務(?:局|所)?|経理部?|総務部?|営業部?|人事部?|医事課|購買部?|広報部?|外贸部|财务部?|采购部?|销售部?|客服(?:部)?|人事部|회계팀|구매팀|설비팀|인사팀|영업팀|고객센터|[\p{Script=Han}\p{Script=Hangul}]{1,4}(?:部|課|课|科|팀))$/u;

/** Kinds of businesses and institutions: a capitalised phrase with one of these is a company's name. */
const ESTABLISHMENTS = set(`
  company group clinic clinics hospital hospitals medical dental dentistry orthodontics practice surgery pharmacy vets vet veterinary
  physio physiotherapy therapy wellness health healthcare care hospice hotel hotels inn resort lodge hostel restaurant cafe
  bistro bakery kitchen catering foods food farm farms dairy brewery brewing winery vineyard distillery coffee roasters deli
  grill bar pub garden gardens nursery florist travel tours outfitters expeditions guides adventures association society
  foundation trust charity club union federation chamber institute academy school schools college university library museum
  gallery theatre theater church parish ministries county council city solutions software technologies technology tech labs
  lab laboratories studio studios digital media agency consulting consultants partners associates holdings industries
  international global ventures capital bank insurance properties property realty estates lettings homes builders
  construction plumbing electric electrical roofing heating engineering motors auto automotive garage solicitors attorneys
  law notary freight transport shipping logistics couriers courier supplies supply trading traders wholesale
  distribution products systems services networks textiles textile print printing press publishing books records furniture
  interiors design designs architects landscaping cleaning security staffing recruitment recruiting search summit expo
  conference fitness gym yoga pilates sports spa salon barbers chiropractic optometry dermatology pediatrics
  paediatrics orthopaedics orthopedics psychology counseling radio magazine digest brief weekly journal gazette review survey
  court police department ministry authority agency commission board payroll pools surveying scaffold scaffolding claims
  praxis kanzlei klinik krankenhaus apotheke gemeinde stadt amt verein verband schule hochschule universitat museum
  fahrschule tischlerei schreinerei backerei konditorei metzgerei werkstatt autohaus gasthof gasthaus steuerburo
  ingenieurburo planungsburo grosshandel verlag agentur werke bau bootsbau maschinenbau logistik spedition hausverwaltung
  gartnerei weingut brauerei kindergarten anwaltskanzlei mvz zentrum
  cabinet etude mairie lycee ecole college universite hopital clinique pharmacie boulangerie garage syndicat societe
  ateliers atelier maison editions imprimerie transports groupe menuiserie
  clinica hospital escuela colegio universidad ayuntamiento agencia gestoria asesoria bodega bodegas tienda grupo fundacion
  asociacion academia farmacia talleres
  studio osteria trattoria ristorante cantina azienda agriturismo scuola universita comune consorzio farmacia gruppo
  clinica escola colegio prefeitura camara loja padaria odonto grupo
  tandarts tandartspraktijk bakkerij praktijk gemeente school stichting vereniging notariskantoor fietsenmaker groothandel
  kliniken kliniken vardcentral tandlakare kommun skolan forening bageri klinikk skole kommune
  gabinet kancelaria urzad szkola fundacja zaklady hurtownia przychodnia apteka
  kancelar urad skola nadace
`);
const ESTABLISHMENT_END =
  /(?:praxis|klinik|kliniken|schule|verlag|werke|bau|technik|handel|kanzlei|apotheke|gesellschaft|verband|zentrum|haus|hof|kerij|bolaget|skolan|center|centret)$/;
const CJK_COMPANY =
  /株式会社|有限会社|公司|病院|医院|醫院|诊所|診所|クリニック|学校|大学|商事|商店|製作所|工業|集团|集團|회사|병원|의원|학교|은행|산업/;

const bare = byWord((word) => fold(word).replace(/[^\p{L}/]/gu, ""));

/** Buchhaltung, Kreditorenbuchhaltung, Händlerservice, crediteurenadministratie. */
const DEPARTMENT_END = /.(?:buchhaltung|abteilung|service|verwaltung|administratie|vertrieb|leitung)$/;

export const isDepartment = byWord((word) => DEPARTMENTS.has(bare(word)) || DEPARTMENT_END.test(bare(word)));

/** Is there a word that names a kind of business? */
export const isEstablishment = (text: string): boolean =>
  CJK_COMPANY.test(text) || text.split(/[\s&,.-]+/).some(namesEstablishment);

const namesEstablishment = byWord((word) => {
  const folded = bare(word);
  return ESTABLISHMENTS.has(folded) || (folded.length >= 8 && ESTABLISHMENT_END.test(folded));
});

/** "Kestrel Health AP" to "Kestrel Health", "Buchhaltung Praxis Sonnberg" to "Praxis Sonnberg". */
export function withoutDepartments(text: string): string {
  if (/[\p{Script=Han}\p{Script=Hangul}]/u.test(text)) return text.replace(CJK_DEPARTMENT, "").trim();
  const words = text.split(/\s+/);
  let from = 0;
  let to = words.length;
  while (
    from < to &&
    (isDepartment(words[from]!) || (from > 0 && /^(?:&|and|und|et|y|of|de|der|des|di|-|–)$/i.test(words[from]!)))
  )
    from++;
  while (to > from && (isDepartment(words[to - 1]!) || /^(?:&|and|und|et|y|-|–)$/i.test(words[to - 1]!))) to--;
  return words.slice(from, to).join(" ");
}
