/** What contact forms call their fields, as alternatives over a folded label with `-`, `_` and stars turned into spaces. */
export const FORM_LABELS = {
  message: `
en  (?:your )?(?:messages?|message (?:body|text)|comments?(?: or message)?|questions?|enquiry|inquiry|request|details|description|feedback)
en  (?:how|what) can we help(?: you)?(?: with)?|tell us more|anything else|notes?|remarks?|additional (?:information|comments)|project details|cover (?:note|letter)|reason(?: for .{1,40})?
de  (?:ihre )?(?:nachricht|mitteilung|anliegen|anfrage|kommentar|bemerkung(?:en)?|frage|beschreibung|nachrichtentext)
fr  (?:votre )?(?:message|commentaires?|demande|question|precisions)
es  (?:su |tu )?(?:mensaje|comentarios?|consulta|pregunta)
it  (?:il tuo |la tua |il suo )?(?:messaggio|richiesta|commento|note|domanda)
pt  (?:sua |a sua )?(?:mensagem|comentarios?|duvida|pedido)
nl  (?:uw |je )?(?:bericht|vraag|opmerking(?:en)?|toelichting)
pl  (?:twoja )?(?:wiadomosc|list motywacyjny|tresc(?: wiadomosci)?|pytanie|uwagi)
sv,da,no  (?:ditt |din |dit )?(?:meddelande|fraga|besked|meddelelse|sporgsmal|melding|sporsmal)
fi,cs,sk,hu,ro,tr  viesti|kysymys|(?:vase )?zprava|dotaz|sprava|uzenet|megjegyzes|mesaj|mesajiniz|mesajul
ru,uk,el  сообщение|комментарий|вопрос|текст|повідомлення|μηνυμα
ja  お問い合わせ内容|内容|メッセージ|ご質問
zh,ko,he,ar,id  留言|消息|咨询内容|詢問內容|문의 ?내용|메시지|내용|הודעה|رسالة|الرسالة|pesan
`,
  name: `
en  (?:your |full |first |last |first and last |contact |customer |visitor )*name|surname|submitted by|from|sender
de  (?:ihr |vor und )?(?:vor|nach)?name|absender|von
fr  (?:votre )?(?:nom|prenom)(?: complet| et prenom)?
es,pt,it  (?:su )?nombre(?: completo| y apellidos)?|apellidos?|nome(?: e cognome)?|cognome|sobrenome
nl,pl,sv,da,no  naam|voornaam|achternaam|imie(?: i nazwisko)?|nazwisko|(?:for|efter)?namn|(?:for|efter)?navn
fi,cs,hu,ro,tr  nimi|jmeno|prijmeni|meno|nev|nume|prenume|ad(?:iniz)?|ad soyad|isim
ru,uk,el  имя|фио|фамилия|ім'я|ονομα
ja,zh,ko,he,ar,id  お名前|氏名|姓名|称呼|이름|성함|שם|الاسم|nama
`,
  email: String.raw`
en  (?:your |contact |work |business |customer )*(?:e ?mail|e ?mail ?address|email id|mail|reply ?to)
de  (?:ihre )?e ?mail ?adresse
fr  (?:votre )?(?:adresse e ?mail|courriel|adresse mail)
es,pt,it  correo(?: electronico)?|indirizzo e ?mail|posta elettronica|endereco de e ?mail
nl,pl,sv,da,no  e ?mailadres|adres e ?mail|e ?postadress|e ?post|e ?mailadresse
fi,cs,hu,ro,tr  sahkoposti|e ?mailova adresa|e ?mail cim|adresa de e ?mail|e ?posta
ru,uk  электронная почта|почта|эл\. ?почта
ja,zh,ko,he,ar  メールアドレス|メール|邮箱|电子邮件|電子郵件|이메일|דוא"ל|אימייל|البريد (?:الالكتروني|الإلكتروني)
`,
  other: String.raw`
en  (?:phone|telephone|tel|mobile|cell|phone number|company|company name|organi[sz]ation|business|subject|topic|website|url|web|page)
en  country|city|address|plan|product|order(?: (?:number|no|id))?|department|date|time|ip|ip address|user agent|browser|referr?er|source
en  consent|privacy|newsletter|budget.{0,20}|locations?|clinic|category|type|quantity|when|member since|staff.{0,20}|employees|industry|role
en  job title|position|submitted(?: on| at)?|form|id|utm \w+|title|salutation|zip|postcode|state|region|interested in|team size|visitor
de  telefon(?:nummer)?|handy|firma|unternehmen|betreff|thema|seite|land|stadt|ort|adresse|produkt|bestellnummer|abteilung|datum|kategorie|anrede|plz
fr  telephone|portable|entreprise|societe|sujet|objet|pays|ville
es,pt,it  telefono|movil|empresa|asunto|pagina|pais|ciudad|telefone|celular|assunto|azienda|oggetto|paese|citta
nl,pl,sv,da,no  telefoon(?:nummer)?|bedrijf|onderwerp|numer telefonu|temat|kraj|foretag|virksomhed|amne|emne
fi,ru,ja,zh,ko  puhelin|телефон|компания|тема|電話(?:番号)?|会社名|件名|电话|手机|公司|主题|전화(?:번호)?|회사|제목
`,
} as const;
