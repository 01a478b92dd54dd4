import { byWord } from "../../text/by-word.ts";
import { fold } from "../../text/tokens.ts";

/** Words of job titles, folded: a signature line with one of them is neither a person's nor a company's name. */
const WHOLE = new Set(
  `ceo cto cfo coo cmo cio ciso vp svp evp md gm president vice chief officer director manager head lead leader supervisor
  coordinator co-ordinator administrator owner founder cofounder co-founder partner principal associate assistant executive
  secretary receptionist clerk bookkeeper accountant controller comptroller treasurer auditor analyst consultant advisor
  adviser specialist engineer developer architect designer technician mechanic planner producer buyer purchaser planner
  recruiter counsel paralegal solicitor attorney lawyer barrister notary inspector representative rep agent broker trader
  teacher professor lecturer instructor trainer coach librarian curator registrar dean headteacher bursar nurse physician
  surgeon dentist hygienist therapist physiotherapist pharmacist veterinarian chef cook pastor chaplain cantor volunteer
  student intern apprentice trainee photographer journalist reporter editor writer author commissioner deputy senior junior
  sr jr foreman landlord tenant customer procurement strategist scientist researcher superintendent warden ranger captain
  geschaftsfuhrer geschaftsfuhrerin inhaber inhaberin leiter leiterin leitung prokurist prokuristin vorstand assistenz
  sekretarin sachbearbeiter sachbearbeiterin einkaufer einkauferin verkaufer kaufmannischer kaufmannische buchhalter buchhalterin
  referent referentin rechtsanwalt rechtsanwaltin steuerberater steuerberaterin notar meister meisterin ingenieur techniker
  betriebsleiter stellvertretende stellvertretender mitarbeiter mitarbeiterin projektleiter projektleiterin arzt arztin
  directeur directrice gerant gerante responsable charge chargee secretaire assistant assistante comptable president
  presidente chef adjoint adjointe conseiller conseillere ingenieur technicien acheteur acheteuse avocat avocate professeur
  professeure infirmier kinesitherapeute delegue deleguee conseil
  director directora gerente responsable jefe jefa encargado encargada secretaria secretario administrativo administrativa
  contable propietario propietaria socio socia coordinador coordinadora abogado abogada ingeniero profesor profesora medico
  direttore direttrice titolare responsabile segretaria ragioniere contabile amministratore impiegato impiegata avvocato
  ingegnere coordinatore coordinatrice
  diretor diretora gerente responsavel socio socia coordenador coordenadora advogado advogada engenheiro proprietario
  directeur eigenaar eigenaresse bedrijfsleider hoofd medewerker medewerkster boekhouder secretaresse beheerder inkoper
  opsporingsambtenaar adviseur leraar docent zaakvoerder coordinator
  chef vd agare verksamhetsutvecklare ekonomichef inkopare samordnare kantor miljoinspektor rektor larare handlaggare
  daglig leder innehaver eier regnskapsforer direktor bogholder indkober toimitusjohtaja omistaja paallikko kirjanpitaja
  dyrektor kierownik wlasciciel wlascicielka specjalista specjalistka ksiegowa ksiegowy prezes czlonek asystentka asystent
  jednatel jednatelka reditel reditelka vedouci ucetni majitel
  ugyvezeto igazgato konyvelo vezeto mudur muduru yonetici muhasebeci
  director manager contabil administrator
  директор менеджер руководитель бухгалтер директорка керівник`
    .split(/\s+/)
    .filter(Boolean),
);
const ENDS =
  /(?:leiter|leiterin|manager|managerin|chef|meister|beauftragter|beauftragte|berater|beraterin|fuhrer|fuhrerin|inspektor|assistent|assistentin|utvecklare|sjef|leder|ansvarig|konsult|medewerker|beheerder)$/;
const CJK =
  /代表取締役|取締役|社長|部長|課長|係長|店長|院長|主任|担当|经理|總經理|总经理|主管|总监|董事|대표|부장|과장|차장|대리|팀장|원장|실장|사원/;

export const isJobWord = byWord((word) => {
  const folded = fold(word).replace(/[^\p{L}-]/gu, "");
  return WHOLE.has(folded) || (folded.length > 8 && ENDS.test(folded));
});

export const isJob = (text: string): boolean => CJK.test(text) || text.split(/[\s/&+.,()|:]+/).some(isJobWord);
