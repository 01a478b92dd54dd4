import { luhn } from "../../checks/luhn.ts";
import * as sums from "../../checks/world.ts";
import { row } from "./row.ts";

export const ASIA_PACIFIC_AFRICA = [
  // Parcels are numbered in the same three groups of four, and Verhoeff lets one in ten pass.
  row("Indian Aadhaar", "[2-9]9{3}[ \\-:]?9{4}[ \\-:]?9{4}", {
    sum: sums.aadhaar,
    near: "aadhaar*|aadhar*|UIDAI|UID|आधार*",
  }),
  row("Indian PAN", "[A-Z]{3}[ABCFGHLJPT][A-Z]9{4}[A-Z]", {
    near: "PAN|PAN card|permanent account*",
    alone: "shape",
    capitals: true,
  }),
  row("Indian voter card", "[A-Z]{3}9{7}", { near: "voter*|vote|EPIC|elector*" }),
  row("Pakistani CNIC", "[1-7]9{4}-9{7}-9", { near: "CNIC|NIC", alone: "shape" }),
  row("Sri Lankan identity number", "9{9}[VX]", { near: "NIC" }),
  row("Bangladeshi identity number", "(?:9{10}|9{13}|9{17})", { near: "NID" }),

  row("Chinese resident identity number", "[1-9]9{5} (?:1[9]|20)99 9{4} 9{3} ?[0-9X]", {
    sum: sums.residentId,
    near: "身份证*|身份證*|公民身份*",
    alone: "checked",
  }),
  row("Hong Kong identity card", "[A-Z]{1,2} ?9{6} ?\\([0-9A]\\)?", {
    sum: sums.hkid,
    near: "HKID|身份證*|香港身份*",
    alone: "checked",
  }),
  row("Hong Kong identity card", "[A-Z]{1,2} ?9{6}[0-9A]", { sum: sums.hkid, near: "HKID|身份證*|香港身份*" }),
  row("Taiwanese identity number", "[A-Z][1289]9{8}", { sum: sums.taiwan, near: "身分證*|身份證*|統一編號*|居留證*" }),
  row("Japanese My Number", "9{4} 9{4} 9{4}", { sum: sums.myNumber, near: "マイナンバー|個人番号|my number" }),
  row("Japanese document", "9{12}", { near: "運転免許*|免許証*|保険証*|在留カード*" }),
  row("Korean resident number", "9{6}-[1-8]9{6}", {
    sum: sums.rrn,
    near: "주민등록*|주민번호|외국인등록*|RRN|FRN|resident registration*",
    alone: "checked",
  }),
  row("Korean resident number", "9{6}[1-8]9{6}", {
    sum: sums.rrnChecked,
    near: "주민등록*|주민번호|외국인등록*|RRN|FRN|resident registration*",
    alone: "checked",
  }),
  row("Singapore NRIC or FIN", "[STFGM]9{7}[A-Z]", { sum: sums.nric, near: "NRIC|FIN|IC number", alone: "checked" }),
  row("Malaysian MyKad", "9{6}-99-9{4}", { sum: sums.myKad, near: "MyKad|IC|NRIC|kad pengenalan", alone: "checked" }),
  row("Malaysian MyKad", "9{6} ?99 ?9{4}", { sum: sums.myKad, near: "MyKad|IC no|IC number|kad pengenalan" }),
  row("Thai identity number", "9-9{4}-9{5}-99-9", {
    sum: sums.thai,
    near: "บัตรประชาชน|เลขประจำตัว|Thai ID*|TNIN",
    alone: "checked",
  }),
  row("Thai identity number", "9 9{4} 9{5} 99 9", { sum: sums.thai, near: "บัตรประชาชน|เลขประจำตัว|Thai ID*|TNIN" }),
  row("Vietnamese identity number", "(?:9{12}|9{9})", { near: "CCCD|CMND|căn cước*|chứng minh*" }),
  row("Indonesian NIK", "9{16}", { sum: sums.nik, near: "NIK|KTP|nomor induk" }),
  row("Philippine number", "(?:9{4}-?9{7}-?9|99-9{7}-9|9{3}-?9{3}-?9{3}(?:-?9{3})?|9{12})", {
    near: "TIN|BIR|SSS|UMID|PhilSys|PhilHealth|GSIS",
  }),

  row("Australian tax file number", "999 999 999", { sum: sums.tfn, near: "TFN|tax file*" }),
  row("Australian Medicare card", "[2-6]9{3} 9{5} 9(?:[ /-]?9)?", { sum: sums.medicare, near: "medicare*|IRN" }),
  row("New Zealand tax number", "9{2,3} 9{3} 9{3}", { near: "IRD*" }),
  row("New Zealand health number", "[A-HJ-NP-Z]{3}99(?:99|9[A-HJ-NP-Z])", { near: "NHI*" }),

  row("South African identity number", "9{6} ?9{4} ?[0-2]9{2}", {
    sum: sums.southAfrican,
    near: "RSA ID*|SA ID*|ID nommer",
    alone: "checked",
  }),
  row("Nigerian identity number", "9{11}", { near: "NIN|BVN" }),
  row("Kenyan identity number", "9{7,8}", { near: "Huduma|Maisha" }),
  row("Ghana card", "GHA-9{9}-9", { alone: "shape" }),
  row("Egyptian identity number", "[23]9{13}", {
    sum: sums.egyptian,
    near: "الرقم القومي|البطاقة|بطاقة",
    alone: "checked",
  }),
  row("Emirates identity number", "[7]84-?(?:1[9]|20)99-?9{7}-?9", {
    sum: luhn,
    near: "emirates id*|EID|الهوية*",
    alone: "checked",
  }),
  row("Saudi identity number", "[12]9{9}", { sum: luhn, near: "iqama*|هوية*|الهوية*|إقامة*|الإقامة*" }),
  row("Kuwaiti civil number", "[123]9{11}", { near: "civil id*|الرقم المدني" }),
  row("Israeli identity number", "9{8,9}", { sum: sums.israeli, near: 'תעודת זהות|ת.ז|ת"ז|teudat zehut' }),
  row("Iranian identity number", "9{10}", { sum: sums.iranian, near: "کد ملی|شماره ملی" }),
  row("Moroccan identity card", "[A-Z]{1,2}9{5,6}", { near: "CIN|CNIE|carte nationale" }),
];
