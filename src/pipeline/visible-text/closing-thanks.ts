/** Thanks are as often the last sentence of a request; they close it only when a name follows, or nothing. Form as in the formulas. */
export const THANKS = `
(?:many |much |a million )?thanks?(?: (?:you|so much|a lot|a million|a bunch|much|again|in advance|kindly|very much|heaps|both|all|guys|team|ever so much)){0,2}
(?:with )?(?:many )?thanks in (?:advance|anticipation)|thx(?: .{1,20})?|tks|tia|ty|ta(?: muchly)?
cheers and thanks|much (?:appreciated|obliged)|appreciate (?:it|your help)
(?:i )?look(?:ing)? forward to (?:hearing from you|your (?:reply|response|answer))(?: soon)?
(?:vielen |herzlichen |besten |schonen |lieben |tausend )?dank(?:e)?(?: (?:im voraus|vorab|schon mal|schon jetzt|sehr|vielmals|und .{1,30})){0,2}
ich (?:freue mich|danke) .{1,50}
(?:mille |grand |un grand )?merci(?:s)?(?: (?:beaucoup|d'avance|d’avance|par avance|bien|encore|a vous)){0,2}
(?:je vous|en vous) remerci(?:e|ant)(?: .{1,60})?|dans l'attente de (?:votre|vos) .{1,40}
(?:muchas |mil )?gracias(?: (?:de antemano|anticipadas|y .{1,30})){0,2}
(?:quedo|quedamos) (?:a la espera|atent[oa]s?).{0,40}|moltes gracies|gracies
(?:molte |mille |tante )?grazie(?: (?:mille|in anticipo|ancora|e .{1,30})){0,2}
(?:muito |muitissimo )?obrigad[oa]s?(?: (?:desde ja|e .{1,30})){0,2}|grat[oa]
desde ja (?:agradeco|obrigad[oa]).{0,30}|agradeco .{1,40}
(?:alvast |hartelijk |heel erg |zeer )?(?:bedankt|dank(?: ?je(?: wel)?| u(?: wel)?)?)(?: (?:alvast|en .{1,30})){0,2}
(?:z gory |bardzo )?dzieki(?: .{1,30})?|(?:z gory |bardzo )?dziekuj(?:e|emy)(?: .{1,40})?
(?:pa forhand |mange |stort |tusen |manga )?(?:tack|tak|takk)(?: (?:pa forhand|sa mycket|och .{1,30}|skal du ha)){0,2}
(?:etukateen )?kiitos(?: (?:etukateen|paljon|jo etukateen)){0,2}|kiitoksia
(?:predem |moc |mnohokrat )?dekuj(?:i|eme)(?: .{1,30})?|(?:vopred )?dakuj(?:em|eme)(?: .{1,30})?
(?:elore is )?koszon(?:om|ettel|juk|om szepen|om elore is)(?: .{1,30})?|koszi|multumesc(?: .{1,30})?
(?:cok )?tesekkur(?:ler|ederim|ederiz)(?: .{1,30})?|(?:simdiden )tesekkur(?:ler|ederim)|hvala(?: .{1,20})?
takk fyrir|(?:заранее |большое |огромное )?(?:спасибо|благодарю|благодарим)(?: .{1,30})?
(?:наперед |щиро )?дякую(?: .{1,30})?|благодаря(?: .{1,30})?|ευχαριστ(?:ω|ουμε)(?: .{1,30})?|תודה(?: (?:רבה|מראש)){0,2}
شكر[اًا]?(?: .{1,30})?|(?:谢谢|謝謝|多谢|多謝|感谢|感謝)(?:您|你|大家)?(?:[!！.。~～]|$)|감사(?:합니다|드립니다)|고맙습니다|terima kasih(?: .{1,30})?
(?:(?:xin|em|anh|chi|minh|toi) ){0,2}cam on(?: .{1,30})?|ขอบคุณ(?:ครับ|ค่ะ|มาก)?|धन्यवाद|aitah(?: .{1,20})?|paldies|aciu|با سپاس
`;
