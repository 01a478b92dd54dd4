import type { Reading } from "../reading.ts";
import type { Candidate, Recogniser } from "../recogniser.ts";
import { words } from "../words.ts";

/** Forms that their makers chose so that scanners find them. `\b` is not enough: `_` and `-` belong to the keys. */
const PREFIXED: readonly (readonly [maker: string, form: string])[] = [
  ["Stripe", "(?:sk|rk|pk)_(?:live|test)_[A-Za-z0-9]{8,255}"],
  ["Stripe webhook", "whsec_[A-Za-z0-9+/=]{16,128}"],
  ["OpenAI", "sk-(?=[A-Za-z_-]{0,40}[0-9])(?:proj-|svcacct-|admin-)?[A-Za-z0-9_-]{20,255}"],
  ["Anthropic", "sk-ant-[A-Za-z0-9_-]{16,255}"],
  ["GitHub", "gh[pousr]_[A-Za-z0-9]{20,255}"],
  ["GitHub", "github_pat_[A-Za-z0-9_]{20,255}"],
  ["GitLab", "gl(?:pat|oas|dt|rt|ptt|agent|soat|cbt|ft|imt)-[A-Za-z0-9_-]{16,255}"],
  ["AWS", "(?:AKIA|ASIA|ABIA|ACCA|AROA|AIDA)[A-Z0-9]{16}"],
  ["Google", "AIza[A-Za-z0-9_-]{35}"],
  ["Google OAuth", "(?:ya29\\.[A-Za-z0-9_-]{20,512}|1//0[A-Za-z0-9_-]{20,255}|GOCSPX-[A-Za-z0-9_-]{20,64})"],
  ["Slack", "xox[abeoprs]-[A-Za-z0-9-]{10,255}"],
  ["Slack app", "xapp-[0-9]-[A-Za-z0-9-]{10,255}"],
  ["SendGrid", "SG\\.[A-Za-z0-9_-]{16,64}\\.[A-Za-z0-9_-]{16,128}"],
  ["Mailgun", "key-[0-9a-f]{32}"],
  ["Mailchimp", "[0-9a-f]{32}-us[0-9]{1,2}"],
  ["Brevo", "xkeysib-[0-9a-f]{32,80}-[A-Za-z0-9]{8,32}"],
  ["Twilio", "(?:SK|AC)[0-9a-f]{32}"],
  ["npm", "npm_[A-Za-z0-9]{36}"],
  ["PyPI", "pypi-[A-Za-z0-9_-]{16,255}"],
  ["Docker", "dckr_(?:pat|oat)_[A-Za-z0-9_-]{16,64}"],
  ["DigitalOcean", "do[opr]_v1_[0-9a-f]{64}"],
  ["Shopify", "shp(?:at|ca|pa|ss)_[0-9a-fA-F]{32}"],
  ["Square", "sq0[a-z]{3}-[A-Za-z0-9_-]{22,64}"],
  ["Square", "EAAA[A-Za-z0-9_-]{60}"],
  ["Razorpay", "rzp_(?:live|test)_[A-Za-z0-9]{14,32}"],
  ["Hugging Face", "hf_[A-Za-z0-9]{30,64}"],
  ["HashiCorp Vault", "hv[sbr]\\.[A-Za-z0-9_-]{24,255}"],
  ["Atlassian", "ATATT3[A-Za-z0-9_=-]{20,255}"],
  ["Linear", "lin_(?:api|oauth)_[A-Za-z0-9]{32,64}"],
  ["Notion", "(?:secret|ntn)_[A-Za-z0-9]{40,64}"],
  ["Figma", "fig[dou]_[A-Za-z0-9_-]{32,64}"],
  ["Grafana", "gl(?:c|sa)_[A-Za-z0-9_=-]{32,255}"],
  ["New Relic", "NR(?:AK|JS|II)-[A-Za-z0-9]{20,64}"],
  ["Postman", "PMAK-[0-9a-f]{24}-[0-9a-f]{34}"],
  ["Databricks", "dapi[0-9a-f]{32}(?:-[0-9])?"],
  ["Cloudinary", "cloudinary://[0-9]{10,20}:[A-Za-z0-9_-]{20,40}@[a-z0-9-]{1,64}"],
  ["Sentry", "sntry[su]_[A-Za-z0-9_=-]{32,255}"],
  ["Airtable", "pat[A-Za-z0-9]{14}\\.[0-9a-f]{64}"],
  ["HubSpot", "pat-(?:na|eu)1-[0-9a-f-]{36}"],
  ["Discord", "[MNO][A-Za-z0-9_-]{23,27}\\.[A-Za-z0-9_-]{6}\\.[A-Za-z0-9_-]{27,40}"],
  ["Telegram", "[0-9]{8,10}:AA[A-Za-z0-9_-]{30,35}"],
  ["age", "AGE-SECRET-KEY-1[A-Z0-9]{58}"],
  ["Slack webhook", "https://hooks\\.slack\\.com/(?:services|workflows|triggers)/[A-Za-z0-9/_-]{20,128}"],
  ["Supabase", "sb(?:p|_secret)_[A-Za-z0-9_]{24,64}"],
  ["Perplexity", "pplx-[A-Za-z0-9]{32,64}"],
  ["Groq", "gsk_[A-Za-z0-9]{40,64}"],
  ["xAI", "xai-[A-Za-z0-9]{60,100}"],
  ["Replicate", "r8_[A-Za-z0-9]{32,48}"],
  ["LangSmith", "lsv2_(?:pt|sk)_[A-Za-z0-9_]{32,64}"],
  ["Resend", "re_(?=[A-Za-z_]{0,16}[0-9])[A-Za-z0-9]{6,12}_[A-Za-z0-9]{20,40}"],
  ["Terraform Cloud", "[A-Za-z0-9]{14}\\.atlasv1\\.[A-Za-z0-9_=-]{40,90}"],
  ["Microsoft Entra", "[A-Za-z0-9_~.]{3}[0-9]Q~[A-Za-z0-9_~.-]{31,34}"],
  ["Tailscale", "tskey-[a-z]{2,12}-[A-Za-z0-9-]{16,64}"],
  ["PlanetScale", "pscale_(?:tkn|pw|oauth)_[A-Za-z0-9_=.-]{32,64}"],
  ["Doppler", "dp\\.(?:pt|st|ct|sa|scim|audit)\\.[A-Za-z0-9_.-]{32,80}"],
  ["Netlify", "nf[pcoub]_[A-Za-z0-9]{32,48}"],
  ["RubyGems", "rubygems_[0-9a-f]{48}"],
  ["SonarQube", "sq[upa]_[0-9a-f]{40}"],
  ["Buildkite", "bk(?:ua|ct|aj)_[A-Za-z0-9_-]{32,64}"],
  ["CircleCI", "CCI(?:PAT|PRJ)_[A-Za-z0-9_]{32,90}"],
  ["Typeform", "tfp_[A-Za-z0-9_-]{40,64}"],
  ["Pulumi", "pul-[0-9a-f]{40}"],
  ["Contentful", "CFPAT-[A-Za-z0-9_-]{40,50}"],
  ["EasyPost", "EZ[AT]K[A-Za-z0-9]{54}"],
  ["Shippo", "shippo_(?:live|test)_[0-9a-f]{40}"],
  ["Plaid", "access-(?:sandbox|development|production)-[0-9a-f-]{36}"],
  ["Mapbox", "sk\\.eyJ[A-Za-z0-9_-]{20,255}\\.[A-Za-z0-9_-]{16,64}"],
  ["Alibaba Cloud", "LTAI[A-Za-z0-9]{12,24}"],
  ["Azure", "(?:AccountKey|SharedAccessKey|SharedAccessSignature|sig)=[A-Za-z0-9+/%]{32,128}={0,2}"],
  ["JSON web token", "eyJ[A-Za-z0-9_-]{8,2000}\\.eyJ[A-Za-z0-9_-]{8,4000}(?:\\.[A-Za-z0-9_-]{0,2000})?"],
];

const LONE = "(?<![A-Za-z0-9_-])";

const prefixed: Recogniser[] = [
  {
    name: "key by its prefix",
    kind: "api_key",
    digits: 0,
    longWord: "whole",
    pattern: new RegExp(`${LONE}(?:${PREFIXED.map(([, source]) => source).join("|")})(?![A-Za-z0-9])`, "g"),
    alone: "shape",
  },
];

const KEY_WORDS = words(
  "api key*|apikey*|api-key*|api token*|access key*|access token*|auth token*|secret*|client secret*|token|tokens|bearer|private key*|license key*|licence key*|webhook key*|app key*|signing key*|encryption key*|service key*|credential*|key",
  "schlüssel|zugangsschlüssel|geheimnis|clé|clé api|clave api|llave|chiave|sleutel|nyckel|nøgle|nøkkel|avain|klucz|klíč|chave|ключ|токен|anahtar|密钥|密鑰|APIキー|アクセスキー|トークン|키|토큰|مفتاح",
);

export const API_KEY_RECOGNISERS: readonly Recogniser[] = [
  ...prefixed,
  {
    name: "authorization header",
    kind: "api_key",
    digits: 0,
    longWord: "part",
    pattern: /(?<![A-Za-z])(?:Bearer|Basic|Token) {1,2}(?<value>[A-Za-z0-9+/_.=~-]{16,2000})/g,
    check: { says: "looks random", holds: looksRandom },
    near: words("authorization*|auth*|header*|curl"),
    alone: "checked",
  },
  {
    name: "token in a link",
    kind: "api_key",
    digits: 0,
    longWord: "whole",
    pattern:
      /[?&#;](?:[a-z]{1,12}[_-])?(?:token|key|apikey|secret|signature|sig|auth|password|pwd|otp)=(?<value>(?=[^&\s]{0,1000}\d)[A-Za-z0-9_.%~+/=-]{8,1000})/gi,
    alone: "shape",
  },
  {
    name: "password in a connection string",
    kind: "password",
    digits: 0,
    holds: "://",
    pattern: /(?<![A-Za-z0-9])[a-z][a-z0-9+.-]{1,20}:\/\/[^\s:/@\ufffc]{0,64}:(?<value>[^\s@/\ufffc]{1,128})@/gi,
    alone: "shape",
  },
  {
    // "-u 1000:1000" is a user and a group.
    name: "password on a command line",
    kind: "password",
    digits: 0,
    holds: "-u",
    pattern:
      /(?<![\w-])(?:-u|--user|--proxy-user)[ =]{1,2}["']?[^\s:"'\ufffc]{1,64}:(?!\d{1,6}(?!\S))(?<value>[^\s"'\ufffc]{3,128})/g,
    alone: "shape",
  },
  {
    name: "random text beside a word for keys",
    kind: "api_key",
    digits: 0,
    longWord: "whole",
    pattern: /(?<![A-Za-z0-9_+/.-])[A-Za-z0-9][A-Za-z0-9_+/.~-]{14,254}[A-Za-z0-9]={0,2}(?![A-Za-z0-9_+/=-])/g,
    check: { says: "looks random", holds: looksRandom },
    near: KEY_WORDS,
    alone: "never",
  },
];

/** A PEM or PGP private key. An end that is missing was cut off on the way; what is there is still half a key. */
export function findKeyBlocks({ text }: Reading): Candidate[] {
  const found: Candidate[] = [];
  BLOCK_START.lastIndex = 0;
  for (let start = BLOCK_START.exec(text); start; start = BLOCK_START.exec(text)) {
    BLOCK_BODY.lastIndex = BLOCK_START.lastIndex;
    const body = BLOCK_BODY.exec(text)?.[0] ?? "";
    const end = start.index + start[0].length + body.length;
    found.push({ kind: "api_key", start: start.index, end, certainty: 3, reason: "private key block" });
    BLOCK_START.lastIndex = end;
  }
  return found;
}

const BLOCK_START = /-----BEGIN (?:[A-Z0-9]{1,12} ){0,3}PRIVATE KEY(?: BLOCK)?-----/g;
/** Headers, lines of base64 perhaps quoted, and the end if it is there. */
const BLOCK_BODY =
  /(?:[\s>]{0,6}(?:[A-Z][A-Za-z-]{2,16}: [^\n]{0,200}|[A-Za-z0-9+/=]{16,100}|=?[A-Za-z0-9+/=]{1,16}(?=[\s>]{0,6}-----END)))*(?:[\s>]{0,6}-----END (?:[A-Z0-9]{1,12} ){0,3}PRIVATE KEY(?: BLOCK)?-----)?/y;

/**
 * Letters mixed with digits, spread as chance spreads them. `compact` arrives in capitals: 36 signs, so chance gives
 * about 3.4 bits at 16 signs; words and serial names stay under 3.
 */
function looksRandom(compact: string): boolean {
  if (compact.length < 16 || !/\d/.test(compact) || !/[A-Z]/.test(compact)) return false;
  const counts = new Map<string, number>();
  for (const sign of compact.slice(0, 256)) counts.set(sign, (counts.get(sign) ?? 0) + 1);
  const total = Math.min(compact.length, 256);
  let bits = 0;
  for (const count of counts.values()) bits -= (count / total) * Math.log2(count / total);
  const changes = compact.match(/\d[A-Z]|[A-Z]\d/g)?.length ?? 0;
  return (bits >= 3 && changes >= 3) || (bits >= 3.6 && compact.length >= 20);
}
