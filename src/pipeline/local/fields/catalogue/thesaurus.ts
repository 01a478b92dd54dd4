import { fold } from "../../text/tokens.ts";

/**
 * What everyday wares and services are called in other words and languages, so that "the calendar" finds a Scheduler and
 * "Stirnlampe" a Headlamp. A line is one thing; words are folded, `_` is a space, `*` any ending. A line speaks for a product
 * whose name holds one of its words, and only where no other product does.
 */
const THINGS = `
scheduler scheduling calendar calendars agenda appointment_book booking_page online_booking double_booking* online_scheduling rescheduling termin*software terminbuch* onlinetermin* terminkalender kalender terminlosung online-termin* agenda_en_ligne prise_de_rendez-vous citas_online calendario agendamento agendar afsprakenplanner online_boeken online_afspra* kalendern tidbok* bokningskalend* kalendarz rezerwacj* 予約システム 予約カレンダー 预约系统 預約系統 日历 線上預約
reminders reminder text_reminder* sms text_messages texts_to_patients erinnerungs-sms erinnerung* terminerinnerung* rappel* rappels_sms recordatorio* mensajes_a lembrete* promemoria herinnering* paminnels* przypomnien* リマインダー リマインド 提醒 簡訊提醒 短信提醒 알림
intake patient_form* intake_form* questionnaire anamnes* anmeldebogen formulare_fur_patienten questionnaire_patient formulaire_patient formulario* ficha_do_paciente moduli_paziente 問診 問診票
insights no-show_report* no_show_report* no-show_stats no-show_stuff dashboard* analytics auswertung* statistiques statistiken estadisticas
payroll pay_run payrun payslip* pay_slip* wages gehaltsabrechnung lohnabrechnung lohnbuchhaltung paie bulletin*_de_paie nomina* paghe loonadministratie salarisadministratie lonespecifikation plac_lista 給与明細 給与 工资 급여
roster rota rotas rostering shift_plan* dienstplan* schichtplan* planning_des_equipes cuadrante* turni rooster
leave annual_leave leave_accrual leave_balance time_off urlaubsantrag* conges vacaciones verlof
onboard onboarding new_hire*
clock timesheet* time_sheet* clock_in clock-in kiosk zeiterfassung pointeuse fichaje timbrat* urenregistratie
webspace webhosting web_hosting shared_hosting hebergement alojamiento_web
cloud_server vps virtual_server root_server vserver
domains domain domaine dominio domein whois nameserver* dns dnssec auth-code authcode
mailbox* mailserver webmail imap smtp e-mail_account mailadresse* mails_kommen
webhook* hooks
epub convert conversion* konvertier* convertir
command_line cli
reader card_terminal card_reader pinautomaat pinapparaat kartenleser lecteur_de_carte terminal datafono
card passes pasje* betaalpas bankpas tankpas*
van_insurance van
fleet_motor fleet_insurance
professional_indemnity indemnity pi_cover
landlord_cover landlord_insurance
cyber_cover cyber
travel_cover travel_insurance
fibre fiber glasfaser fibra fibra_optica internet
standard_cloud telephony telefonanlage centralita switchboard ipbx
mobile sim_card* handyvertrag forfait_mobile ligne_mobile
tent tents zelt zelte tente tentes tienda_de_campana tenda tendas barraca tenten talt namiot* stan テント 帐篷 텐트
backpack* pack rucksack rucksacke sac_a_dos mochila* zaino zaini rugzak ryggsack plecak* batoh バックパック リュック 背包
drybag dry_bag packsack sac_etanche bolsa_estanca
stove camping_stove kocher gaskocher rechaud hornillo fornello fogareiro brander kuchenka コンロ 炉头 炉子
down_jacket puffy daunenjacke doudoune chaqueta_de_plumas plumifero piumino donsjas dunjacka kurtka_puchowa ダウンジャケット 羽绒服
rain_shell rain_jacket raincoat shell regenjacke hardshell veste_impermeable chubasquero giacca_impermeabile regenjas regnjacka レインジャケット 冲锋衣
trekking_poles trekking_pole hiking_poles teleskopstock* wanderstock* batons_de_marche bastones_de_trekking bastoni bastoes wandelstokken vandringsstavar kijki_trekkingowe トレッキングポール 登山杖
sleeping_bag* schlafsack schlafsacke sac_de_couchage saco_de_dormir sacco_a_pelo slaapzak sovsack spiwor* 寝袋 睡袋
sleeping_pad* sleeping_mat isomatte* matelas_gonflable esterilla materassino slaapmat liggunderlag karimat* マット 防潮垫
headlamp* head_torch stirnlampe* frontale lampe_frontale frontal lampada_frontale hoofdlamp pannlampa czolowk* celovk* ヘッドランプ ヘッドライト 头灯 頭燈 헤드램프
sup paddle_board paddleboard* stand_up_paddle standup-paddle* tabla_de_paddle prancha サップ 桨板
water_filter wasserfilter filtre_a_eau filtro_de_agua filtro_dell'acqua waterfilter vattenfilter filtr_do_wody 浄水器 滤水器
hiking_boots walking_boots wanderschuh* bergschuh* wanderstiefel chaussures_de_randonnee botas_de_montana scarponi wandelschoenen vandringskangor buty_trekkingowe 登山靴 登山鞋 등산화
gift_card* giftcard* gift_voucher* gift_certificate* gutschein* geschenkgutschein* geschenkkarte carte_cadeau cartes_cadeaux bon_cadeau tarjeta_regalo cheque_regalo buono_regalo carta_regalo cartao_presente cadeaubon* cadeaukaart presentkort karta_podarunkowa bon_podarunkowy ギフトカード 礼品卡 상품권
gift_ticket* presentbiljett*
sofa couch divano canape sofa* soffa bank_3-zits
corner_sofa corner_couch ecksofa
bed_frame bed bettgestell lit sangram
dining_table esstisch table_a_manger mesa_de_comedor tavolo matbord
bench sitzbank
armchair sessel fauteuil sillon poltrona fatolj
bookcase bookshelf bookshelves bucherregal
sideboard
desk schreibtisch bureau escritorio scrivania skrivbord
floor_lamp stehlampe
rug teppich tapis alfombra tappeto matta
swatch swatches fabric_sample* stoffprobe*
white_glove_delivery white_glove two-man_delivery
assembly assembly_service aufbauservice montage
trade-in trade_in inzahlungnahme ankauf reprise
restaurant_pricing horeca
membership gym_membership mitgliedschaft abonnement_salle
physio physiotherap* fisio fisioterapia needling
pilates reformer
personal_training personal_trainer pt_session*
corporate_wellness wellness_day*
swim_school swimming_lesson* swim_lesson*
guided_tour* tour_guide fuhrung visite_guidee visita_guiada
school_program* school_visit* class_trip school_group school_trip sortie_scolaire
venue_hire venue rent_the_hall wedding_reception location_de_salle
image_licen* photo_licen* image_rights
sleepover night_at_the_museum overnight
tax_return* individual_tax 1040 form_1040
business_tax 1120 1065
bookkeeping books quickbooks reconcil* buchfuhrung
sales_tax sales_tax_filing
client_portal portal
heat_pump* warmepumpe* luftwarmepumpe pompe_a_chaleur bomba_de_calor pompa_di_calore warmtepomp varmepump*
pelletkessel pelletheizung pellets
solarpaket pv-anlage photovoltaik solaranlage photovoltai*
speicher batteriespeicher stromspeicher akku
wallbox ladestation ladesaule wallboxen
badsanierung badezimmer badumbau bad_sanier* bathroom
jahreswartung wartung heizungswartung kesselservice
conveyor conveyor_line forderanlage forderband convoyeur cinta_transportadora nastro_trasportatore tasma przenosnik* linia
cylinder zylinder verin cilindro silinder sylinter* silownik* silindir
bearing* lager_6204 roulement rodamiento cuscinett* lozysk*
gear_motor gearmotor getriebemotor motoreducteur motoriduttore motoreduktor*
spare_part* ersatzteil* pieces_de_rechange repuesto* ricambi reservedel* czesci_zamienn* varaosa*
safety_gloves gloves handschuhe arbeitshandschuhe gants guantes rekawic*
maintenance_contract service_contract wartungsvertrag contrat_de_maintenance contratto_di_manutenzione huoltosopimu* umow*_serwisow*
web_shop webshop online_shop
full_management property_management fully_managed
rent_collection
let_only tenant_find
tenant_portal
inventory_report inventory check-in_report
guarantor guarantor_cover 担保
storage_unit storage lagerraum
spa massage*
intensive intensivkurs
dele dele_exam
placement_test einstufungstest level_test
dog_food puppy_food puppy
kidney renal
toppers
olive_oil olivenol huile_d'olive olio
pecorino
balsam* aceto
truffle* tartufo truffel*
prosecco
barolo
nebbiolo
gift_box cassetta_regalo geschenkbox
`;

export interface Thing {
  /** Each way to say it, as words; an ending left open ends in `*`. */
  ways: string[][];
}

export const THESAURUS: readonly Thing[] = THINGS.trim()
  .split("\n")
  .map((line) => ({
    ways: line
      .trim()
      .split(/\s+/)
      .map((way) => fold(way).split(/[_'-]/).filter(Boolean)),
  }));
