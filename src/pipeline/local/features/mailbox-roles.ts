/** What a shared address is for, by the words companies name them with. */
const ROLES: readonly [role: string, words: RegExp][] = [
  [
    "sales",
    /sales|vertrieb|verkauf|ventas?|vendas|vendite|verkoop|commerc|commerci|business|b2b|quote|angebot|devis|enquir|inquir|anfrage|book(?!keep)|reserv|events?|groups?|wholesale|trade|export|partner|offert|myynti|salg|sprzedaz|obchod|prodej|satis|eigyo|yoyaku|admission|lettings/,
  ],
  [
    "support",
    /support|help|service|care(?!er)|kunden|client|klant|soporte|suporte|assist|\bsav\b|atencion|atendimento|hotline|repair|returns?|orders?|bestell|comand|pedido|commande|kundservice|asiakas|podpora|pomoc|wsparcie|destek|kundtjanst|kundeservice|technik|stoerung|member|guest|reception|rezeption/,
  ],
  [
    "billing",
    /bill|invoic|account(?:s|ing)|payable|receivable|finance|rechnung|buchhalt|factur|fattur|fatur|compta|administra|conta(?:s|bil)|tesorer|finanz|payments?|faktur|ekonomi|laskut|ucetn|ksiegow|bogholderi|regnskap|muhasebe|keiri/,
  ],
  [
    "jobs",
    /jobs?|career|recruit|talent|bewerb|karriere|emploi|recrut|\b(?:rh|hr)\b|people|empleo|vagas|lavor|vacature|praca|kariera|rekry|jobb|kariyer|saiyo/,
  ],
  ["legal", /legal|privacy|dpo|gdpr|datenschutz|compliance|abuse|security|recht|juri|dsgvo|integritet/],
  ["press", /press|presse|media|prensa|stampa|marketing|pr$/],
  [
    "general",
    /info|hello|hallo|contact|kontakt|office|mail|hi$|team|post|bonjour|hola|ciao|buero|admin|enquiries|hej|ola/,
  ],
];

/** `kundenservice@…` to "support"; "other" where the name says nothing. */
export function mailboxRole(address: string): string {
  const local = address.slice(0, address.lastIndexOf("@")).toLowerCase();
  return ROLES.find(([, words]) => words.test(local))?.[0] ?? "other";
}
