import type { Token } from "../local/text/tokens.ts";

/**
 * Things that fail for many customers at once, and how they fail, by the beginnings of their words in all languages together;
 * `$` ends a word. The lexicon of the intents knows what people want; this knows what they have in front of them.
 */
const NOTIONS: Readonly<Record<string, string>> = {
  site: "website websites webseite webshop webpage internetseite homepage site$ sites$ sito$ siti$ sitio$ shop$ store$ boutique negozio tienda onlineshop hemsida hjemmeside strona strony サイト 网站 网页",
  page: "page$ pages$ seite$ seiten$ pagina paginas pagine sida$ sidan$ side$ ページ 页面",
  app: "app$ apps$ appen$ application applicat aplicac applicaz aplikac アプリ 应用",
  phone: "iphone ipad android handy$ smartphone mobile$ telefono telefoon telefon$ スマホ 手机",
  update:
    "updat upgrad version aktualis aktualiz actualiz aggiorn atualiz uppdat oppdat opdat bijgewerkt release アップデート 更新 升级",
  crash:
    "crash absturz sturzt plante$ plantent$ krasch krasj kaatu freez closes$ closing$ schliesst$ cierra$ chiude$ fecha$ クラッシュ 闪退 崩溃",
  code: "code$ codes$ coupon voucher gutschein codice codigo kortingscode promo$ promocode kupon bon$ クーポン 优惠码 折扣码",
  invalid:
    "invalid expired$ rejected$ refused$ accepted$ ungultig abgelaufen abgelehnt refuse$ refuses$ expire$ valido$ valida$ valide$ geldig ongeldig verlopen caducad scadut ogiltig 無効 失效",
  empty:
    "blank empty leer$ leere$ leeres$ leeren$ vide$ vides$ vuot vaci blanc$ blanche$ blanco$ bianc white$ weiss weiße pust tom$ tomt$ leeg$ 空白 空っぽ",
  file: "pdf$ pdfs$ file$ files$ datei dateien download herunter telecharg fichier descarg archivo scaric pobra nedlad ladda$ baixar ficheiro bestand ファイル 文件 下载",
  server: "server serveur servidor serwer palvelin サーバ 服务器",
  down: "down$ offline unavailable unreachable reach$ erreichbar inaccess raggiung onbereik niedost caid caido$ disponible$ indispon ausgefallen ausfall つながら 打不开 无法访问 障害",
  answering: "respond$ responds$ responding$ repond$ reagiert$ reageert$ risponde$ responde$ antwortet$ svarar$",
  loading: "load$ loads$ loading$ ladt$ ladet$ laden$ laadt$ carica$ affiche$ spins$ hangs$ hangt$ hung$ hing$",
  error:
    "error$ errors$ fehler fehlermeldung erreur errore$ errori$ erro$ fout$ foutmelding blad$ bledu$ fel$ feil$ fejl$ virhe エラー 错误 報错",
  enter:
    "login logon signin sign$ signing$ anmeld einlog connexion connecter sesion entrar$ acced accesso access$ accessed$ inlog logga$ innlogg zalog kirjaut ログイン 登录",
  remind:
    "remind erinner terminerinner rappel recordator promemor herinner lembret przypom pamin paamin muistut リマイン 提醒",
  text: "sms text$ texts$ texting$ textnachricht mensaje messaggi 短信",
  queued: "queue queued$ warteschl attente$ fila$ coda$ stuck$ pending$",
  stuck:
    "stuck$ delayed$ delay$ late$ verspat bloque$ bloqueado$ blocc vast$ vertra retard retras ritard hangt$ liegt$ ligt$ opozn forsen 遅延 延误",
  strike: "strike$ strikes$ streik greve$ sciopero huelga staking$ strajk strejk streik ストライキ 罢工",
  depot: "depot$ depots$ deposito warehouse lager$ entrepot magazzino magazijn 倉庫 仓库",
  twice:
    "twice$ two$ double$ doubled$ duplicate doppelt doppelte doppelten zweimal zwei$ deux$ dubbel dubbele twee$ dos$ doble duplicad due$ doppio doppia dupla duas$ dwa$ podwojn tva$ 二重 两次 重复",
  calendar: "calend kalend agenda$ diary$ カレンダー 日历",
  slow: "slow$ slowly$ langsam lent$ lente$ lento$ traag$ wolno langsom sakta$ 遅い 很慢",
  sent: "sent$ send$ sending$ verschickt$ versendet$ gesendet$ envoye envio$ enviad inviat verzonden wysla skick 送信 发送",
  received:
    "received$ receive$ got$ bekommen$ erhalten$ recibid recoiv recu$ recus$ ricevut receber ontvangen otrzym fatt$ 届かない 收到",
};

const WHOLE = new Map<string, string[]>();
const BEGINNINGS: { text: string; notion: string }[] = [];
const RUNS: { text: string; notion: string }[] = [];
for (const [notion, words] of Object.entries(NOTIONS)) {
  for (const word of words.split(" ")) {
    if (/[^\x20-\x7f]/.test(word)) RUNS.push({ text: word, notion });
    else if (word.endsWith("$")) WHOLE.set(word.slice(0, -1), [...(WHOLE.get(word.slice(0, -1)) ?? []), notion]);
    else BEGINNINGS.push({ text: word, notion });
  }
}

/** Words seen before are answered from memory; mail repeats itself. */
const MAX_REMEMBERED = 20_000;
const remembered = new Map<string, readonly string[]>();

function notionsOf(word: string): readonly string[] {
  const known = remembered.get(word);
  if (known) return known;
  const found = [
    ...(WHOLE.get(word) ?? []),
    ...BEGINNINGS.flatMap(({ text, notion }) => (word.startsWith(text) ? [notion] : [])),
  ];
  if (remembered.size >= MAX_REMEMBERED) remembered.clear();
  remembered.set(word, found);
  return found;
}

export function notionsIn(tokens: readonly Token[]): Set<string> {
  const found = new Set<string>();
  for (const { text, kind } of tokens) {
    if (kind === "cjk") {
      for (const run of RUNS) if (text.includes(run.text)) found.add(run.notion);
      continue;
    }
    if (kind !== "word") continue;
    for (const notion of notionsOf(text)) found.add(notion);
  }
  return found;
}
