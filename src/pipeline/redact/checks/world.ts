import { luhn } from "./luhn.ts";
import { allSame, isDay, startsWithYmd, verhoeff, weighted } from "./sums.ts";

/** Check digits of person numbers outside Europe. Input: letters and digits, capitals. */

export const aadhaar = (id: string): boolean => /^[2-9]/.test(id) && !allSame(id) && verhoeff(id);

/** Chinese resident number: place, date, serial, ISO 7064 MOD 11-2. */
export const residentId = (id: string): boolean =>
  isDay(Number(id.slice(10, 12)), Number(id.slice(12, 14))) &&
  "10X98765432"[weighted(id, [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]) % 11] === id[17];

export const hkid = (id: string): boolean => {
  const letters = id.replace(/[^A-Z].*$/, "").padStart(2, " ");
  const value = (letter: string) => (letter === " " ? 36 : letter.charCodeAt(0) - 55);
  const body = id.replace(/^[A-Z]{1,2}/, "");
  const sum =
    value(letters[0] as string) * 9 + value(letters[1] as string) * 8 + weighted(body.slice(0, 6), [7, 6, 5, 4, 3, 2]);
  return "0A987654321"[sum % 11] === body[6];
};

const TAIWAN = "ABCDEFGHJKLMNPQRSTUVXYWZIO";
export const taiwan = (id: string): boolean => {
  const place = TAIWAN.indexOf(id[0] as string) + 10;
  return (Math.floor(place / 10) + (place % 10) * 9 + weighted(id.slice(1), [8, 7, 6, 5, 4, 3, 2, 1, 1])) % 10 === 0;
};

export const myNumber = (id: string): boolean => {
  const rest = weighted(id, [6, 5, 4, 3, 2, 7, 6, 5, 4, 3, 2]) % 11;
  return !allSame(id) && (rest <= 1 ? 0 : 11 - rest) === Number(id[11]);
};

/** Korean resident number: the check digit has no meaning in numbers given out since October 2020, the date has. */
export const rrn = (id: string): boolean => startsWithYmd(id) && /^[1-8]/.test(id.slice(6));

export const rrnChecked = (id: string): boolean => {
  const rest = weighted(id, [2, 3, 4, 5, 6, 7, 8, 9, 2, 3, 4, 5]) % 11;
  const foreigner = /^[5-8]/.test(id.slice(6));
  return rrn(id) && (foreigner ? 13 - rest : 11 - rest) % 10 === Number(id[12]);
};

/** Singapore NRIC and FIN: T and G shift the sum by four, M by three. */
export const nric = (id: string): boolean => {
  const shift = /[TG]/.test(id[0] as string) ? 4 : id[0] === "M" ? 3 : 0;
  const rest = (weighted(id.slice(1), [2, 7, 6, 5, 4, 3, 2]) + shift) % 11;
  const letters = /[ST]/.test(id[0] as string) ? "JZIHGFEDCBA" : id[0] === "M" ? "KLJNPQRTUWX" : "XWUTRQPNMLK";
  const letter = id[0] === "M" ? letters[10 - rest] : letters[rest];
  return letter === id[8];
};

export const myKad = (id: string): boolean => startsWithYmd(id) && /^(?:0[1-9]|[1-5]\d|[6-9]\d)/.test(id.slice(6));

export const thai = (id: string): boolean =>
  /^[1-8]/.test(id) && (11 - (weighted(id, [13, 12, 11, 10, 9, 8, 7, 6, 5, 4, 3, 2]) % 11)) % 10 === Number(id[12]);

/** Indonesian NIK: place, DDMMYY (a woman's day plus 40), serial. */
export const nik = (id: string): boolean => isDay(Number(id.slice(8, 10)), Number(id.slice(6, 8)) % 40);

export const tfn = (id: string): boolean => !allSame(id) && weighted(id, [1, 4, 3, 7, 5, 8, 6, 9, 10]) % 11 === 0;

export const medicare = (id: string): boolean =>
  /^[2-6]/.test(id) && weighted(id, [1, 3, 7, 9, 1, 3, 7, 9]) % 10 === Number(id[8]);

export const sin = (id: string): boolean => /^[1-79]/.test(id) && !allSame(id) && luhn(id);

export const cpf = (id: string): boolean => {
  const digit = (length: number) => {
    const sum =
      weighted(
        id,
        Array.from({ length }, (_, at) => length + 1 - at),
      ) % 11;
    return sum < 2 ? 0 : 11 - sum;
  };
  return !allSame(id) && digit(9) === Number(id[9]) && digit(10) === Number(id[10]);
};

export const cuit = (id: string): boolean =>
  /^(?:20|23|24|25|26|27)/.test(id) &&
  (11 - (weighted(id, [5, 4, 3, 2, 7, 6, 5, 4, 3, 2]) % 11)) % 11 === Number(id[10]);

export const rut = (id: string): boolean => {
  const body = id.slice(0, -1).padStart(8, "0");
  const rest = 11 - (weighted(body, [3, 2, 7, 6, 5, 4, 3, 2]) % 11);
  return (rest === 11 ? "0" : rest === 10 ? "K" : String(rest)) === id.at(-1);
};

export const ecuador = (id: string): boolean =>
  Number(id.slice(0, 2)) >= 1 && Number(id.slice(0, 2)) <= 24 && Number(id[2]) < 6 && luhn(id);

export const southAfrican = (id: string): boolean => startsWithYmd(id) && /^[012]/.test(id.slice(10)) && luhn(id);

export const egyptian = (id: string): boolean =>
  /^[23]/.test(id) && startsWithYmd(id.slice(1)) && /^(?:0[1-4]|1[1-9]|2[1-9]|3[1-5]|88)/.test(id.slice(7));

export const israeli = (id: string): boolean => !allSame(id) && luhn(id.padStart(9, "0"));

export const iranian = (id: string): boolean => {
  const rest = weighted(id, [10, 9, 8, 7, 6, 5, 4, 3, 2]) % 11;
  return !allSame(id) && (rest < 2 ? rest : 11 - rest) === Number(id[9]);
};

/** Mexican CLABE, a bank account: weights 3, 7, 1; as only the last digit counts, the products need no cutting. */
export const clabe = (id: string): boolean =>
  (10 - (weighted(id, [3, 7, 1, 3, 7, 1, 3, 7, 1, 3, 7, 1, 3, 7, 1, 3, 7]) % 10)) % 10 === Number(id[17]);

/** American bank routing number. */
export const routing = (id: string): boolean =>
  /^(?:0\d|1[0-2]|2[1-9]|3[0-2]|6[1-9]|7[0-2]|80)/.test(id) && weighted(id, [3, 7, 1, 3, 7, 1, 3, 7, 1]) % 10 === 0;

/** Tax number of a Mexican person: the date in the middle. */
export const rfc = (id: string): boolean => isDay(Number(id.slice(6, 8)), Number(id.slice(8, 10)));
