/**
 * Letters as ranges for character classes: Latin with its extensions, Greek, Cyrillic, Hebrew, Arabic, Indic, Thai.
 * `\p{L}` would say the same and more, but V8 takes a millisecond to compile each pattern that holds it together with
 * the `i` flag, and there are hundreds: 0.1 ms with ranges.
 */
export const LETTER =
  "A-Za-z\\u00aa\\u00ba\\u00c0-\\u00d6\\u00d8-\\u00f6\\u00f8-\\u024f\\u0300-\\u05f2\\u0620-\\u0e7f\\u1e00-\\u1fff";

/** What a name may begin with. In Latin Extended capitals and small letters alternate, so both are in. */
export const CAPITAL = "A-Z\\u00c0-\\u00d6\\u00d8-\\u00de\\u0100-\\u024f\\u0386-\\u03ab\\u0400-\\u042f\\u1e00-\\u1eff";
