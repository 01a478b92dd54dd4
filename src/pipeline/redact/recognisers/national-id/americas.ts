import * as sums from "../../checks/world.ts";
import { row } from "./row.ts";

export const AMERICAS = [
  row(
    "US Medicare number",
    "[1-9][AC-HJKMNP-RT-Y][AC-HJKMNP-RT-Y0-9]9-?[AC-HJKMNP-RT-Y][AC-HJKMNP-RT-Y0-9]9-?[AC-HJKMNP-RT-Y]{2}99",
    {
      near: "medicare|MBI",
      alone: "shape",
    },
  ),
  row("driving licence", "(?=[A-Z0-9-]{0,12}9[A-Z0-9-]{0,12}9)[A-Z0-9][A-Z0-9-]{4,16}[A-Z0-9]", {
    near: "driver's licen*|drivers licen*|driver licen*|driving licen*|DL number|DL no|licencia de conducir|licencia de manejo|carnet de conducir|carné de conducir|permiso de conducir|carteira de habilitação|ehliyet*|jogosítvány*|vezetői engedély*|řidičsk*|vodičsk*|permis auto|водительск*|водійськ*|δίπλωμα οδήγησης|ใบขับขี่|رخصة القيادة|رخصة قيادة|רישיון נהיגה|permis de conduire|carteira de motorista|CNH|carta de condução|rijbewijs*|prawo jazdy|körkort*|kørekort*|førerkort*|ajokort*|運転免許*|운전면허*|驾照|驾驶证",
  }),
  row("Canadian social insurance number", "999 999 999", {
    sum: sums.sin,
    near: "SIN|social insurance*|NAS|assurance sociale",
  }),
  row("Canadian health card", "9999[- ]?999[- ]?999[- ]?[A-Z]{0,2}", {
    near: "OHIP|health card*|carte santé|RAMQ|MSP|PHN",
  }),

  row(
    "Mexican CURP",
    "[A-Z][AEIOUX][A-Z]{2}99(?:0[1-9]|1[0-2])(?:[0-2]9|3[01])[HMX][A-Z]{2}[B-DF-HJ-NP-TV-Z]{3}[A-Z0-9]9",
    {
      near: "CURP",
      alone: "shape",
    },
  ),
  row("Mexican tax number of a person", "[A-ZÑ]{4}-?9{6}-?[A-Z0-9]{3}", {
    sum: sums.rfc,
    near: "RFC",
    alone: "checked",
  }),
  row("Brazilian CPF", "9{3}\\.?9{3}\\.?9{3}-?99", {
    sum: sums.cpf,
    near: "CPF|cadastro de pessoa*",
    alone: "checked",
  }),
  row("Brazilian identity card", "99?\\.?9{3}\\.?9{3}-?[0-9X]", { near: "RG|registro geral|carteira de identidade" }),
  row("Argentine CUIT of a person", "9{2}-9{8}-9", { sum: sums.cuit, near: "CUIT|CUIL", alone: "checked" }),
  row("Argentine CUIT of a person", "9{11}", { sum: sums.cuit, near: "CUIT|CUIL" }),
  row("South American identity number", "(?:V-?|E-?)?99?\\.?9{3}\\.?9{3,4}", {
    near: "DNI|cédula*|cedula*|C.C.|C.I.|documento de identidad|carné de identidad|carnet de identidad",
  }),
  row("Colombian cédula", "1\\.?9{3}\\.?9{3}\\.?9{3}", { near: "C.C.|cédula*|cedula*|documento de identidad" }),
  row("Chilean RUT", "99?\\.9{3}\\.9{3}-[0-9K]", { sum: sums.rut, near: "RUT|RUN", alone: "checked" }),
  row("Chilean RUT", "9{7,8}-?[0-9K]", { sum: sums.rut, near: "RUT|RUN" }),
  row("Ecuadorian cédula", "9{9}-?9", { sum: sums.ecuador, near: "cédula*|cedula*" }),
];
