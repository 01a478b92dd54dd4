import { byWord } from "../../text/by-word.ts";
import { fold } from "../../text/tokens.ts";

/** What stands around a name without being part of it, folded and without dots. */
const BEFORE = new Set(
  `mr mrs ms miss mx messrs dr dra drs prof profa professor doctor sir madam lord lady dame rev revd reverend father pastor
  rabbi imam sister brother elder bishop lt ltcol capt captain cpt col colonel maj major sgt sergeant gen general cmdr
  cllr councillor grandpa grandma officer barrister barr atty attorney hon judge chef coach nurse
  herr frau hr fr mag dipl diplom dipling diplkfm ing univ med rer nat phil jur habil ba bsc ma msc rechtsanwalt rechtsanwaltin
  mme mlle monsieur madame mademoiselle maitre soeur pere abbe docteur
  sr sra srta senor senora senorita d dna don dona lic licda ing arq abog abogado abogada
  sig sigra signor signora signorina dott dottssa dottoressa dottore avv avvocato geom rag arch ssa
  sr sra senhor senhora exmo exma eng engo enga profa
  dhr mevr mevrouw meneer ir mr inspecteur
  pan pani mgr inz adw radca hab p bc judr mudr mvdr mddr rndr phdr paeddr doc lek wet dent
  herra rouva fru frk froken hra
  bay bayan sn av
  г-н г-жа господин госпожа пан пани
  ppa ia iv`
    .split(/\s+/)
    .filter(Boolean),
);
const AFTER = new Set(
  `phd dphil md dds dmd do rn np dvm vmd dacvim dc dpt pt mph mha mba mpa msc bsc ma ba bs jd llm llb esq esquire cpa cfa cma
  acca aca fca pmp cppb cppo csm pe pg ra aia faia riba mrics frics dba csc cissp gphr sphr phr shrm scp qc kc obe mbe cbe
  csc dip hons mcipd fcipd frcs mrcs mrcvs bvsc dipl fh cae cfre chp mls mfa lcsw lmft mbbs frsa rsa ret he him she her they them hers theirs`
    .split(/\s+/)
    .filter(Boolean),
);
/** Titles that are a first name or an initial elsewhere, by the languages in which they are titles. */
const SOMETIMES: Record<string, readonly string[]> = {
  m: ["fr"],
  me: ["fr"],
  d: ["es"],
  don: ["es", "it"],
  dona: ["es", "pt", "it"],
  p: ["pl"],
  ra: [],
  pan: ["pl", "cs", "sk"],
  pani: ["pl", "cs", "sk"],
  av: ["tr"],
  sn: ["tr"],
  bay: ["tr"],
  ma: [],
  ba: [],
  do: [],
  general: ["en"],
};

/** Titles only with their full stop: "Dr. med. Amsel", but "Nat Ferguson" and "Phil Treloar". */
const DOTTED = new Set(
  "lek wet dent med rer nat phil jur habil mag ing arch doc rag geom univ ir sn av hr fr pe ba rev col gen".split(" "),
);

const bare = byWord((word) => fold(word).replace(/[.,()'’]/g, ""));

export function isTitle(word: string, language: string): boolean {
  const folded = bare(word);
  const only = SOMETIMES[folded];
  if (only) return only.includes(language);
  if (DOTTED.has(folded)) return word.endsWith(".") && BEFORE.has(folded);
  if (BEFORE.has(folded)) return true;
  // Dipl.-Ing., Dott.ssa, Univ.-Prof., Sr(a)., dr hab.
  const parts = folded.split("-");
  return parts.length > 1 && parts.every((part) => BEFORE.has(part));
}

/** Written as degrees are: MD, PhD, Esq.; "Do" and "Ma" are names. */
export const isDegree = (word: string): boolean =>
  (/\p{Lu}.*\p{Lu}/u.test(word) || /^(?:esq|esquire|phd|ret)\W*$/i.test(word)) && AFTER.has(bare(word));

/** "Dr. Ann Lee, PhD" to "Ann Lee". */
export function withoutTitles(words: readonly string[], language: string): string[] {
  let from = 0;
  let to = words.length;
  while (
    to - from > 1 &&
    (isTitle(words[from]!, language) || (/^\p{L}{2,5}\.-?$/u.test(words[from]!) && isTitle(words[from]!, language)))
  )
    from++;
  const shouted = words.every((word) => word === word.toUpperCase());
  while (
    to - from > 1 &&
    (isDegree(words[to - 1]!) || (!shouted && to - from > 2 && /^\p{Lu}{3,6},?$/u.test(words[to - 1]!)))
  )
    to--;
  return words.slice(from, to);
}
