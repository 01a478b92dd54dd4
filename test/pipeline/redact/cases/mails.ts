import { cases } from "../marked.ts";

/** Whole passages of the kind that reaches a shared inbox, several values each. */
export const MAILS = [
  ...cases(
    "en",
    "Hi team,\n\nmy order TW-208113 went to the old place. We moved to {{address:88 Harborview Terrace, Apt 4C, Astoria, OR 97103}} in May. If the courier needs me: {{phone:(971) 555-0142}}.\n\nThanks,\nDana",
    "Please update our billing contact: {{email:ap@northlake-clinic.example}}, phone {{phone:+1 971-555-0113}}, fax {{phone:971.555.0114}}. Our PO is 4500098231 and the invoice LKI-2026-04501.",
    "The patient (DOB {{dob:04/02/1968}}, SSN {{ssn:666-12-9876}}) was double booked on 10/14/2026 at 3:30 PM.",
    "I tried card {{credit_card:5105 1051 0510 5100}} (exp 11/28, CVV {{credit_card:321}}), then PayPal. Both failed with error 4021.",
    "Kindly remit USD 4,250.00 to IBAN {{iban:GB33BUKB20201555555555}}, BIC BUKBGB22, reference INV-20931.",
    "Regards,\n{{address:Tom Ashdown\nAshdown & Daughters Ltd\nUnit 4, 17 Foundry Lane, Bristol BS1 9ZZ}}\nT {{phone:0117 496 0123}} | M {{phone:07700 900456}} | {{email:tom@ashdown.example}}",
    "{{address:Tom Ashdown\n17 Foundry Lane\nBristol\nBS1 9ZZ}}\nUnited Kingdom".replace(
      "BS1 9ZZ}}\nUnited Kingdom",
      "BS1 9ZZ\nUnited Kingdom}}",
    ),
    "New hire paperwork: Passport {{passport:533380006}}, date of birth {{dob:12 March 1994}}, home address {{address:5 Mill Pond Lane, Exeter, NH 03833}}.",
    "Our webhook secret is {{api_key:whsec_5dGh2Kq9LmN3pQr7StUvWxYz}} and the endpoint is https://hooks.example.com/in. We see 401 since 09:12 UTC.",
    "login for the test account: username demo_user, password {{password:Spring-2026!}} - please reset after",
    "My wifi pw is {{password:redfox77}} if your technician needs it, and the gate PIN is {{password:4471}}.",
    "Please call my assistant at {{phone:646-555-0199}} ext 12 between 9 and 5, not my cell.".replace(
      "{{phone:646-555-0199}} ext 12",
      "{{phone:646-555-0199 ext 12}}",
    ),
    "We spoke on 555-0147? No: {{phone:415 555 0147}}.".replace("We spoke on 555-0147? No:", "The right number is"),
    "Send the replacement to\n\n{{address:Marisol Vega\n1209 Juniper Flats Rd\nBend, OR 97701}}\n\nand keep the old one.",
    "Ship to: {{address:400 W Example Ave, Ste 210, Chicago IL 60601}}\nAttn: receiving",
    "Remit to {{address:P.O. Box 88213, Seattle, WA 98138-2213}}.",
    "Australian office: {{address:Level 3, 120 Sample Street, Melbourne VIC 3000}}, phone {{phone:(03) 5550 4321}}.",
    "I'm at {{address:123 Rue Sainte-Catherine, Montréal, QC H3B 1A7}} now.",
    "Our Indian branch: {{address:14/2 Example Road, Indiranagar, Bengaluru - 560038}}, {{phone:+91 80 5555 0199}}.",
  ),
  ...cases(
    "de",
    "Sehr geehrte Damen und Herren,\n\nbitte liefern Sie künftig an {{address:Birkenweg 14, 88045 Friedrichshafen}}. Rückfragen unter {{phone:07541 900 14 22}} oder {{email:einkauf@bodensee-segel.example}}.\n\nMit freundlichen Grüßen\nKatrin Vogt",
    "Rechnung 2026-0917 bitte auf das Konto {{iban:DE02 1203 0000 0000 2020 51}}, Verwendungszweck RE-0917.",
    "Patientin Frau Aksoy, geb. {{dob:3.7.1985}}, Tel. {{phone:0176 4555 0123}}, ist am 12.11. um 14:30 Uhr nicht erschienen.",
    "Meine Anschrift lautet {{address:Am Mühlbach 3a, 83022 Rosenheim}}.",
    "Passwort fürs Portal: {{password:Fruehling26!}} (bitte ändern), Kundennummer 483920.",
    "Mein Personalausweis {{national_id:L22N00129}} und die Steuer-ID {{national_id:65 929 970 489}} liegen bei.",
    "Lieferanschrift:\n{{address:Praxis Dr. Sommer\nMarktplatz 9\n4020 Linz}}\nÖsterreich".replace(
      "4020 Linz}}\nÖsterreich",
      "4020 Linz\nÖsterreich}}",
    ),
    "Zahnarztpraxis Keller, {{address:Bahnhofstrasse 21, 8001 Zürich}}, {{phone:044 555 12 12}}",
  ),
  ...cases(
    "fr",
    "Bonjour,\n\nmerci d'envoyer la commande TW-208120 au {{address:27 boulevard des Filatures, 59100 Roubaix}}. Mon portable : {{phone:06 39 98 77 10}}.\n\nCordialement,\nLéa Morin",
    "Patient né le {{dob:14/11/1972}}, n° de sécu {{national_id:1 72 11 59 512 034 41}}, joignable au {{phone:03 53 01 22 45}}.".replace(
      "1 72 11 59 512 034 41",
      "1 85 05 78 006 084 91",
    ),
    "Virement sur le compte {{iban:FR76 3000 6000 0112 3456 7890 189}} sous 30 jours, facture F-2026-118.",
    "J'ai déménagé : {{address:3 impasse du Lavoir, appt 12, 44000 Nantes}}",
    "mot de passe provisoire : {{password:Bretagne#44}} pour le compte {{email:accueil@cabinet-horizon.example}}",
  ),
  ...cases(
    "es",
    "Buenos días, el pedido TW-208131 debe ir a {{address:Calle de la Ribera 45, 2º izq., 48005 Bilbao}}. Mi teléfono es {{phone:944 12 34 56}}.",
    "Nací el {{dob:5 de abril de 1980}} y mi DNI es {{national_id:12345678Z}}.",
    "Transferencia a {{iban:ES79 2100 0813 6101 2345 6789}}, concepto factura 2026/118.",
    "Nuestra clínica está en {{address:Av. Reforma 222, Col. Juárez, 06600 Ciudad de México}}, tel. {{phone:55 5555 0123}}.",
    "la contraseña temporal es {{password:Otoño2026!}}",
  ),
  ...cases(
    "it",
    "Buongiorno, l'indirizzo di spedizione è {{address:Via dei Cipressi 18, 50125 Firenze (FI)}}, citofono Rossi. Cell. {{phone:347 555 0123}}.",
    "Codice fiscale {{national_id:RSSMRA85T10A562S}}, nato il {{dob:10/12/1985}}.",
    "Bonifico su {{iban:IT40 S054 2811 1010 0000 0123 456}}, fattura 118/2026.",
  ),
  ...cases(
    "nl",
    "Graag bezorgen op {{address:Lindelaan 44, 3581 XN Utrecht}}. Bel {{phone:06-12345678}} als er niemand is.",
    "Factuur 20260118 is betaald vanaf {{iban:NL20 INGB 0001 2345 67}}; geboortedatum {{dob:12-03-1979}}.",
  ),
  ...cases(
    "pt",
    "Bom dia, a encomenda TW-208140 é para {{address:Rua do Carvalhal 12, 2.º Esq., 4050-120 Porto}}. Telemóvel {{phone:912 345 678}}.",
    "Meu CPF é {{national_id:529.982.247-25}}, nasci em {{dob:07/09/1988}}, moro na {{address:Rua das Laranjeiras, 300, 22240-003 Rio de Janeiro}}.",
  ),
  ...cases(
    "pl",
    "Dzień dobry, proszę o wysyłkę na adres {{address:ul. Kwiatowa 12/4, 30-001 Kraków}}, tel. {{phone:601 555 123}}.",
    "Mój PESEL {{national_id:02070803628}}, konto {{iban:PL27 1140 2004 0000 3002 0135 5387}}.",
  ),
  ...cases(
    "sv",
    "Hej! Leverera till {{address:Björkvägen 8, 131 40 Nacka}}, mitt nummer är {{phone:070-174 06 33}}. Personnummer {{national_id:811228-9874}}.",
    "Fakturan betalas till bankgiro {{iban:5555-5551}}".replace(
      "bankgiro {{iban:5555-5551}}",
      "konto {{iban:SE35 5000 0000 0549 1000 0003}}",
    ),
  ),
  ...cases("da", "Hej, send pakken til {{address:Strandvejen 101, 2900 Hellerup}}. Ring på {{phone:32 12 34 56}}."),
  ...cases(
    "fi",
    "Hei, toimitusosoite on {{address:Koivukuja 3 B 12, 00530 Helsinki}} ja puhelin {{phone:040 555 0123}}.",
  ),
  ...cases("cs", "Dobrý den, adresa je {{address:Lipová 15, 120 00 Praha 2}}, telefon {{phone:601 123 456}}."),
  ...cases(
    "ja",
    "お世話になっております。配送先を〒{{address:530-0001 大阪府大阪市北区梅田2-4-9 サンプルビル5F}}に変更してください。電話番号は{{phone:06-1234-5678}}、携帯は{{phone:090-1234-5678}}です。".replace(
      "〒{{address:",
      "{{address:〒",
    ),
    "会員の生年月日は{{dob:1985年7月3日}}、メールは{{email:tanaka@sakura-clinic.example}}です。",
    "パスワードは{{password:Sakura2026}}でログインできません。",
  ),
  ...cases(
    "zh",
    "您好,收货地址改为{{address:上海市徐汇区漕溪北路88号1203室}},联系电话{{phone:13912345678}}。",
    "我的身份证号是{{national_id:11010519491231002X}},生日{{dob:1949年12月31日}}。",
    "请寄到{{address:广东省深圳市南山区科技园路12号}}，邮箱{{email:li@example.cn}}",
  ),
  ...cases("ko", "배송지는 {{address:서울특별시 마포구 월드컵로 123}}이고 연락처는 {{phone:010-1234-5678}}입니다."),
];
