import type { DigitGroup } from "../../digit-groups.ts";
import { BUILDING } from "./east-asia.ts";

/** A character of a place name: not one of those that lead up to it ("address is", "send to", "live in"). */
const PLACE = /[\p{Script=Han}\d](?<![为為到在是址给給寄于於我你请請送改住])/u;
const ROAD = /(?:路|街|道|巷|弄|胡同|段) ?$/;
/** Province, city, district: how far back the name goes can be told from them. */
const PLACES = /[省市区县區縣州镇鎮乡鄉]/;
const REACH = 40;
/** Without them only the road's own name. */
const ROAD_NAME = 6;
const HOUSE = new RegExp(
  `\\d{1,5}(?:-\\d{1,4})?[号號弄]?${BUILDING}(?:[\\p{Script=Han}\\d]{1,6}(?:单元|栋|幢|楼|樓|层|室|号|號)){0,4}`,
  "uy",
);

/**
 * From the largest to the smallest without a space: province, city, district, road, number. Read backwards from the number,
 * one character at a time: as one pattern it can be parted in thousands of ways, and a row of 路 took seconds.
 */
export function chineseAddress(text: string, group: DigitGroup): { start: number; end: number } | undefined {
  const road = ROAD.exec(text.slice(Math.max(0, group.start - 4), group.start));
  if (!road) return undefined;
  let start = group.start - road[0].length;
  const floor = Math.max(0, start - REACH);
  while (start > floor && PLACE.test(text.slice(Math.max(0, start - 1), start))) start--;
  const name = text.slice(start, group.start);
  if (!PLACES.test(name)) start = Math.max(start, group.start - road[0].length - ROAD_NAME);
  if (group.start - start < road[0].length + 1) return undefined;
  HOUSE.lastIndex = group.start;
  const house = HOUSE.exec(text)?.[0];
  return house ? { start, end: group.start + house.length } : undefined;
}
