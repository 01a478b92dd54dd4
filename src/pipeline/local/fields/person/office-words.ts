import { byWord } from "../../text/by-word.ts";
import { fold } from "../../text/tokens.ts";

/** Words that make a sender's name or a signature line an office, a company or a program rather than a person, folded. */
const WHOLE = new Set(
  `team support service services help helpdesk desk sales billing accounts account accounting payable receivable payables
  receivables finance invoices invoicing ledger procurement purchasing buying office dept department unit division group
  reception front admin administration administrator info information contact enquiry enquiries inquiries inquiry form
  forms website web webmaster noreply reply no notification notifications alert alerts update updates news newsletter
  digest weekly daily monthly brief bulletin letter letters journal gazette magazine changelog status system systems mailer
  daemon postmaster delivery subsystem mail mailbox calendar scheduler bot robot automatic automated auto reminder survey
  panel careers jobs recruitment recruiting recruiter talent hiring hr people payroll legal privacy compliance security
  abuse copyright press media marketing communications events event registration tickets booking bookings reservations
  orders order returns shipping logistics warehouse dispatch facilities maintenance claims audit verification
  verifications registry registrar clerk court council city county state university college school academy institute
  library museum church parish clinic hospital medical dental practice surgery pharmacy vets veterinary physio therapy
  hotel inn resort lodge restaurant cafe bistro bakery kitchen catering foods farm garden gardens travel tours
  association society foundation trust charity club union federation chamber council committee board
  solutions software technologies technology tech labs lab studio studios digital media agency consulting consultants
  partners associates holdings holding industries international global ventures capital bank insurance properties property
  management estates lettings homes builders construction plumbing electrical roofing engineering motors auto garage
  solicitors attorneys law lawyers firm notary freight transport shipping couriers courier parcel post store stores shop
  supplies supply supplier suppliers trading traders wholesale distribution products company customer customers client
  clients member members membership student students user users subscriber anonymous notice program programme project
  network online store deals offers promo rewards award awards prize winner lottery editor editorial redaction
  procurement facility operations ops it crm erp api app apps cloud server hosting domain domains
  kundenservice kundendienst anmeldung terminvergabe rezeption ordination buchhaltung rechnungswesen rechnung rechnungen vertrieb verkauf einkauf beschaffung
  verwaltung sekretariat personal personalabteilung bewerbung bewerbungen bewerber abteilung zentrale empfang redaktion
  praxis kanzlei klinik krankenhaus gemeinde stadt amt behorde verein verband schule hochschule universitat museum
  fahrschule tischlerei schreinerei backerei metzgerei werkstatt autohaus apotheke gasthof gasthaus anwaltskanzlei
  steuerberatung steuerburo ingenieurburo buro vertriebsteam mahnwesen inkasso lager versand technik datenschutz geschaftsfuhrung
  hausverwaltung stadtwerke grosshandel handel verlag agentur werk werke
  accueil standard facturation comptabilite secretariat direction commercial commande commandes achats ressources humaines recrutement
  clientele equipe cabinet etude mairie lycee ecole college universite hopital clinique pharmacie boulangerie bureau
  enquete enquetes pole syndicat societe ateliers atelier maison editions redaction planification juridique generale
  atencion cliente clientes ventas facturacion administracion contabilidad compras recursos humanos empleo pedidos
  reservas soporte equipo departamento direccion despacho clinica escuela colegio universidad ayuntamiento agencia
  gestoria asesoria hotel tienda empresa grupo fundacion asociacion
  segreteria accettazione amministrazione contabilita fatturazione ordini vendite acquisti assistenza servizio clienti ufficio segreteria
  direzione studio legale osteria trattoria ristorante cantina azienda agriturismo scuola universita comune consorzio
  pratiche dogana spedizioni magazzino
  faturamento financeiro vendas compras suporte atendimento recrutamento secretaria equipa equipe loja clinica escola
  prefeitura camara contabilidade administracao encomendas
  administratie boekhouding debiteuren crediteuren verkoop inkoop klantenservice klantcontact afdeling receptie
  secretariaat directie notariskantoor kantoor bakkerij praktijk gemeente school stichting vereniging winkel
  ekonomi kundtjanst kundservice faktura fakturor inkop forsaljning avdelningen avdelning kommun skolan forening
  kundeservice regnskab regnskap bogholderi salg innkjop asiakaspalvelu laskutus myynti toimisto kunta yhdistys
  biuro ksiegowosc sekretariat dzial obsluga klienta sprzedaz zamowienia kancelaria urzad szkola fundacja windykacja
  lecznica gabinet przychodnia hurtownia zaklad ordinace veterina lekarna uctarna spolecenstvi ветклиника стоматология
  ucetni ucetnictvi obchod zakaznicky podpora skola urad obec
  muhasebe satis destek musteri hizmetleri siparis okul belediye
  ugyfelszolgalat konyveles szamlazas iroda
  relatii clienti contabilitate vanzari primaria scoala
  бухгалтерия отдел поддержка служба компания ооо тов клиника школа магазин
  inc llc llp ltd limited plc corp gmbh kg ohg ug bv nv vof sas sarl eurl srl spa slu slu aps sro kft zrt
  pty pvt lda ltda eirl doo dooel ehf
  monitor reports report notices community leasing planning proofs liaison noc safety enablement workshop
  family familie fam famille famiglia familia rodzina perhe familjen forum rekrutacja invitation visitor webshop ticket
  rights licensing licences
  the this via dear hello hi hey thanks thank regards`
    .split(/\s+/)
    .filter(Boolean),
);
/** Ends of compounds: Rechnungs*wesen*, Kunden*service*, Bak*kerij*. */
const ENDS =
  /(?:service|abteilung|wesen|verwaltung|handel|verband|verein|schule|zentrum|werkstatt|technik|kanzlei|klinik|praxis|versand|vertrieb|bau|kantoor|dienst|beheer|administratie|kerij|bolag|foretag|kliniken|buchhaltung|zentrale|verk|skola|center|centre|ware|tech|soft)$/;
const CJK =
  /株式会社|有限会社|合同会社|合資会社|公司|集団|集团|集團|事務|总部|病院|医院|醫院|诊所|診所|クリニック|センター|サポート|チーム|担当|係$|部$|課$|科$|室$|店$|社$|学校|學校|大学|大學|財団|協会|组|銀行|银行|회사|주식회사|\(주\)|㈜|병원|의원|학교|센터|팀$|부$|과$|은행|협회|고객/;

export const isOfficeWord = byWord((word) => {
  const folded = fold(word).replace(/[^\p{L}]/gu, "");
  return WHOLE.has(folded) || (folded.length > 6 && ENDS.test(folded));
});

export const isOffice = (text: string): boolean => CJK.test(text) || text.split(/[\s/&+.,()|:-]+/).some(isOfficeWord);
