/** The sums that most national numbers end in. All take plain digits. */

export const digitsOf = (text: string): number[] => Array.from(text, Number);

/** Sum of digit times weight; a number shorter than the weights is summed as far as it goes. */
export const weighted = (digits: string, weights: readonly number[]): number =>
  weights.reduce((sum, weight, at) => sum + weight * (digits.charCodeAt(at) - 48 || 0), 0);

/** Remainder of a number of any length: it would not fit a float. */
export function remainder(digits: string, modulus: number): number {
  let rest = 0;
  for (const digit of digits) rest = (rest * 10 + Number(digit)) % modulus;
  return rest;
}

/** ISO 7064 MOD 11,10: German tax numbers, Croatian OIB. */
export function mod1110(digits: string): boolean {
  let product = 10;
  for (const digit of digits.slice(0, -1)) {
    const sum = (Number(digit) + product) % 10 || 10;
    product = (sum * 2) % 11;
  }
  return (11 - product) % 10 === Number(digits.at(-1));
}

const TURNS = [
  "0123456789",
  "1234067895",
  "2340178956",
  "3401289567",
  "4012395678",
  "5987604321",
  "6598710432",
  "7659821043",
  "8765932104",
  "9876543210",
];
const MOVES = [
  "0123456789",
  "1576283094",
  "5803796142",
  "8916043527",
  "9453126870",
  "4286573901",
  "2793806415",
  "7046913258",
];

/** Verhoeff's scheme, the Indian Aadhaar's: it also catches neighbours that changed places. */
export function verhoeff(digits: string): boolean {
  let state = 0;
  for (let at = 0; at < digits.length; at++) {
    const digit = Number(digits[digits.length - 1 - at]);
    const moved = Number(MOVES[at % 8]?.[digit]);
    state = Number(TURNS[state]?.[moved]);
  }
  return state === 0;
}

/** Day and month that can be, the day perhaps with an offset that the country adds (40 for a woman, 60 for an alien). */
export function isDay(month: number, day: number): boolean {
  return month >= 1 && month <= 12 && day >= 1 && day <= (month === 2 ? 29 : [4, 6, 9, 11].includes(month) ? 30 : 31);
}

/** `YYMMDD` at the head of a number. */
export const startsWithYmd = (digits: string): boolean => isDay(Number(digits.slice(2, 4)), Number(digits.slice(4, 6)));

/** `DDMMYY` at the head of a number. */
export const startsWithDmy = (digits: string): boolean => isDay(Number(digits.slice(2, 4)), Number(digits.slice(0, 2)));

/** `111111111` passes many a sum and is nobody's number. */
export const allSame = (digits: string): boolean => /^(.)\1*$/.test(digits);
