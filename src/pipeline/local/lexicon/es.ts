import type { Lexicon } from "./concepts.ts";

export const es: Lexicon = {
  price:
    "precio*, tarifa*, coste*, costo*, cuesta, cuánto, costaría, cuánto cuesta, cuánto sale, cuánto me sale, lista de precios, honorarios, caro, barato, por persona, al mes, por unidad",
  quote: "presupuesto*, cotiza*, cotización*, oferta, propuesta*, proforma, orientativo",
  demo: "demo*, demostración*, presentación*, enseñarnos, mostrarnos, mostrarme, ver cómo funciona",
  trial: "prueba*, probar, muestra*, piloto, versión gratuita, periodo de prueba, clase de prueba",
  buy: "comprar, compra, adquirir, contratar, pedir, encargar, alquilar, alquiler, inscribirme, apuntarme, inscripción, matricul*, reservar, suscribirme, darme de alta, hacer un pedido, cambiarme a",
  interest:
    "interesad*, interesa, interés, busco, buscamos, estamos buscando, información, informes, consulta, quisiera, quisiéramos, me gustaría, nos gustaría, queremos, quería saber, saber más, recomend*, pensando en, proyecto",
  need: "necesit*, requerim*, requisitos, hace falta, nos haría falta, actualmente, ahora mismo, por ahora, somos una, sustituir",
  compare:
    "compar*, competencia, alternativa*, otro proveedor, otros proveedores, proveedor actual, diferencia*, mejor que",
  bulk: "mayorista*, al por mayor, mayoreo, revend*, distribuidor*, cantidad*, unidades, piezas, empleados, trabajadores, sedes, tiendas, sucursales, personas, licencias, comensales, volumen, palés, invitados, cajas",
  discount: "descuento*, rebaja, bonificación, cupón*, promoción, precio especial, tarifa reducida, mejor precio",
  budget: "presupuesto de, presupuesto máximo, máximo, tope, hasta, como mucho",
  available:
    "disponib*, en stock, agotad*, plazo de entrega, plazas, hay hueco, sigue libre, sigue disponible, cupo*, existencias",
  doyou:
    "ofrecen, tienen, hacen, venden, envían, entregan, tenéis, hacéis, ofrecéis, vendéis, enviáis, aceptan, aceptáis, trabajan con, trabajáis, es posible, sería posible, podrían hacer, podéis hacer, admiten, incluye, hay opción, es compatible, cubren",
  visit:
    "visita*, venir a ver, cita, reunión, llamada, llamarme, llámenme, llamar, pasar por, ver el, asesor*, videollamada, medir, quedar",
  tender: "licitación*, concurso, pliego*, convocatoria, oferta económica, contratación pública, bases",
  event:
    "boda*, cumpleaños, fiesta*, evento*, grupo, excursión, clase, congreso*, comunión, bautizo, celebra*, despedida, viaje de fin",
  booking:
    "reserva*, habitación*, mesa, noches, estancia, entrada, entradas, boletos, curso*, clases, vuelo, plaza, clase",
  order: "pedido*, orden, número de pedido, comprado, compré, encargo, carrito",
  delivery:
    "entrega*, envío*, paquete*, enviado, enviaron, mensajer*, transportista*, seguimiento, llegado, llegó, reparto, repartidor, correos, aduana*, en camino, guía",
  broken:
    "roto*, rota*, rompió, dañad*, defect*, estropead*, averiad*, avería*, grieta*, fuga*, gotea*, rajad*, rayad*, mancha*, descompuest*, se despegó, desgarr*, partid*, ruido, oxidad*, moho, hundid*",
  fails:
    "no funciona, no funcionan, no sirve, no carga, no puedo, no podemos, no me deja, no nos deja, error*, fallo*, falla*, problema*, se cuelga, se bloquea, bloquead*, no aparece, no aparecen, no llega, no se abre, desapareci*, caído, no abre, desde la actualización, imposible, inconveniente*, da error, no me aparece, deja de, no llegan, ya no funciona, no reciben, dejó de",
  login:
    "contraseña*, clave, acceso, acceder, iniciar sesión, entrar, usuario, bloquead*, código de verificación, restablecer, mi cuenta no",
  howto:
    "cómo puedo, cómo podemos, cómo hago, cómo se, dónde puedo, dónde está, dónde encuentro, tengo que, tenemos que, hay que, puedo, podemos, se puede, hay manera, hay forma, es normal, qué significa, debo, cómo funciona",
  return:
    "devol*, devolución*, devolver, cambio de talla, cambiarlo, cambio por, talla, desistimiento, grande, pequeño",
  warranty: "garantía*, repuesto*, recambio*, reemplazo, sustitución, reposición",
  missing:
    "falta, faltan, no ha llegado, no llegó, no hemos recibido, no he recibido, no recibí, nunca llegó, perdid*, extravi*, incomplet*, aún no, todavía no, sigo sin, dónde está mi, no me ha llegado, sin recibir",
  wrong:
    "equivocad*, incorrect*, erróne*, mal, en lugar de, no coincide, no corresponde, por error, no es lo que, otro modelo, distinto",
  change:
    "cambiar, cambio*, modific*, actualizar, mover, aplazar, posponer, reprogramar, añadir, agregar, quitar, eliminar, transferir, ampliar, pausar, adelantar, congelar",
  cancel: "cancel*, anular, anulación, dar de baja, darme de baja, baja, rescindir",
  account:
    "mi cuenta, nuestra cuenta, cuenta, perfil, número de cliente, número de socio, socio, socia, portal, usuario*, póliza, abonado, app, aplicación, número de contrato",
  appointment: "cita*, turno*, mi reserva, nuestra reserva, mi cita",
  repair:
    "repar*, arregl*, técnico*, instalador*, fontanero, mantenimiento, revisar, revisión, instalación, instalar, montaje, venir",
  waiting:
    "espero, esperando, esperamos, sigo esperando, seguimos esperando, sin respuesta, nadie, llevo, llevamos, desde hace, otra vez, tercera vez, segunda vez, no contestan, no responden, no me han, insist*, prometieron, me dijeron, hace semanas, hace días, sin noticias, alguna novedad, novedades",
  status:
    "estado de, dónde está mi, cuándo llega, cuándo, cuánto tarda, seguimiento, en qué estado, han recibido, recibieron, fecha de entrega, ya salió",
  setup:
    "configur*, ajustes, conectar, sincroniz*, exportar, importar, exportación, integr*, api, permisos, roles, activar, desactivar, descarg*, subir, plantilla*, dominio, instalar, migrar",
  technical:
    "pantalla, botón, navegador, versión, actualización, servidor, aparato, equipo, batería, cargador, cable, wifi, router, motor, bomba, válvula, caldera, calefacción, impresora, filtro, sensor, captura, número de serie, código de error, cremallera, tornillo*",
  outage:
    "caído, caída, sin servicio, sin sistema, nadie puede, no hay, sin luz, sin agua, sin internet, sin calefacción, parad*, todo el equipo, todas las tiendas, desde esta mañana, inaccesible",
  owns: "compré, compramos, he comprado, hemos comprado, pedí, hice un pedido, hemos pedido, usamos, utilizamos, uso, cliente desde, clientes desde, soy cliente, somos clientes, mi suscripción, nuestra suscripción, nuestro contrato, mi contrato, recibí, recibimos, he recibido, hemos recibido, reservé, reservamos, pagué, pagamos, contraté, contratamos, su técnico, vuestro técnico, su compañero, mi nuevo, mi nueva, soy alumn*",
  invoice:
    "factura, facturas, facturado, facturación, facturar, número de factura, nota de crédito, abono, rectificativa, recibo",
  charge:
    "cobro*, cobrado, cobraron, cobrando, cobrar, cargo, cargos, cargado, cargaron, adeudo, domicili*, descontado, extracto",
  refund:
    "reembols*, devolución del dinero, devolver el dinero, devuelvan, reintegro*, abono, abonar, fianza, indemniz*, compensa*, devolverme",
  pay: "pago*, pagar, pagado, pagué, pagos, transferencia*, ingreso, importe*, saldo, anticipo, cuota*, plazo*, abonado, liquid*, remesa",
  double: "dos veces, doble, duplicad*, por duplicado, dos cargos, dos cobros, dos facturas",
  overdue:
    "vencid*, impagad*, pendiente de pago, recordatorio, atrasad*, mora, deuda, morosidad, pendiente, adeuda*, vencimiento",
  tax: "iva, impuesto*, nif, cif, rfc, rut, nit, hacienda, retención, irpf, fiscal*, exento*, base imponible, constancia, cfdi, dian, afip, cuit",
  bank: "iban, bic, swift, cuenta bancaria, datos bancarios, número de cuenta, sepa, mandato, clabe, banco",
  card: "tarjeta*, tarjeta de crédito, tarjeta caducada, nueva tarjeta, paypal, bizum, caducad*",
  po: "orden de compra, número de pedido en la factura, centro de coste, número de expediente, proveedor*, datos fiscales, razón social, cuentas por pagar, portal de proveedores, facturae",
  receipt:
    "recibo*, justificante*, comprobante*, extracto*, copia de la factura, contab*, gestoría, gestor, asesoría, cierre, contadora, contador, auditoría",
  subscription:
    "suscripción*, renov*, mensual*, anual*, plan, mensualidad*, cuota*, abono, permanencia, membresía, subir de plan, bajar de plan",
  correct:
    "correg*, corrección, rectific*, volver a emitir, emitir de nuevo, emitirla, aclarar, aclaración, explicar, reclam*, acordado, no cuadra, más de lo, ajust*, revisar",
  pitch:
    "ayudamos, ayudo, ayudar a, aumentar sus, aumente, incrementar, impulsar, potenciar, sus competidores, su competencia, su sector, empresas como la suya, empresas como, negocios como, sin compromiso, auditoría gratuita, análisis gratuito, gratis, garantizad*, nuestra solución, nuestra plataforma, ahorrar, ahorre, más clientes, más ventas, su página web, su web, optimizar, resultados, le permitirá",
  marketing:
    "seo, posicionamiento, google, primera página, enlaces, artículo patrocinado, redes sociales, publicidad, campaña*, leads, agencia, diseño web, página web, base de datos, directorio, influencer*, seguidores, marketing, visibilidad, reseñas, anuncios, patrocini*, tráfico",
  ask_time:
    "15 minutos, 20 minutos, 10 minutos, 30 minutos, una llamada, breve llamada, llamada breve, llamada corta, breve reunión, la persona adecuada, persona encargada, persona responsable, quién lleva, quién se encarga, le parece, le interesa, le interesaría, estaría abierto, estarían abiertos, puedo enviarle, le envío, os puedo, tendría disponibilidad, próxima semana, agenda",
  intro:
    "somos una empresa, empresa líder, líder*, fabricante*, especializad*, nuestra empresa, nuestra agencia, nuestros servicios, nuestros productos, nuestro catálogo, fundador*, director comercial, me presento, mi nombre es, me llamo, ofrecemos, fabricamos, represento, en nombre de, les escribo de, comercial de",
  supply:
    "nuestra factura, adjuntamos la factura, adjuntamos factura, adjunto factura, adjunto la factura, le adjuntamos, les adjuntamos, subida de precios, nuevas tarifas, albarán, mercancía*, palés, carga, recogida, su pedido a nosotros, mantenimiento programado, arrendador, arrendatario*, inquilino*, comunidad de propietarios, renta, alquiler del local, vencimiento, rogamos, les rogamos, nuestros datos bancarios, cierre por vacaciones, estimados clientes, estimado cliente, estimados proveedores, su suministro, corte de agua, corte de suministro, quedamos a su disposición, aviso de vencimiento",
  partner:
    "socio comercial, colabor*, alianza*, afiliad*, comisión*, patrocin*, expositor*, stand, partner*, embajador*",
  compliment:
    "visitando su web, vi su web, encontré su, he visto que, me encontré con, he visitado, me fijé, enhorabuena por, felicidades por, noté que, llamó la atención",
  bump: "seguimiento a mi, mi correo anterior, mi mensaje anterior, pudo revisar, ha podido, retomar, le escribo de nuevo, último intento, insistir, no he tenido respuesta",
  optout:
    "si no le interesa, no le interesa, darse de baja, no recibir más, responda baja, no molestar, no es el momento",
  staffing:
    "candidat*, agencia de empleo, empresa de trabajo temporal, ett, selección de personal, headhunter, perfiles, talento",
  clients:
    "nuestros clientes, clientes como, caso de éxito, casos de éxito, más de 100, más de 200, cientos de, confían en nosotros",
  apply:
    "candidatura*, postul*, aplicar, solicitud de empleo, carta de presentación, entrevista*, incorporación, trabajar con ustedes, trabajar con vosotros, unirme, formar parte de su equipo, equipo, contratando, disponibilidad inmediata, presentarme al",
  cv: "currículum*, curriculum*, cv, hoja de vida, portafolio, título*",
  job: "empleo*, puesto*, vacante*, oferta de trabajo, trabajo, plaza, jornada, media jornada, tiempo parcial, oferta de empleo, anuncio, temporada, chamba",
  intern: "práctica*, prácticas, pasantía*, becari*, beca, aprendiz*, fp dual, estadía*, voluntari*",
  experience:
    "experiencia, años de experiencia, he trabajado, trabajé, licenciad*, graduad*, grado en, estudio*, titulad*, carnet de conducir, idiomas, responsable, motivad*, formación",
  reference:
    "referencias laborales, ex empleado, exempleado, antiguo empleado, antigua empleada, carta de recomendación, constancia laboral, vida laboral, certificado de empresa, trabajó con ustedes",
  salary: "salario*, sueldo*, pretensiones, salarial*, nómina, remuneración",
  privacy:
    "rgpd, lopd, datos personales, protección de datos, derecho de acceso, supresión, derecho al olvido, eliminar mis datos, mis datos, aepd, consentimiento, habeas data, artículo 15, artículo 17, derechos arco",
  lawyer:
    "abogad*, bufete, despacho, mi cliente, mi representad*, letrad*, asesoría jurídica, jurídic*, notari*, poder, representación de",
  court:
    "tribunal*, juzgado*, demanda*, denuncia*, juicio, procedimiento*, policía, fiscal, embargo, requerimiento, citación, judicial*, juez, oficio, expediente, conciliación, burofax",
  copyright:
    "derechos de autor, propiedad intelectual, marca registrada, infracción, sin autorización, sin permiso, sin mi permiso, retirar, retirada, cese, mi fotografía, mi foto, plagio, patente",
  contract:
    "contrato*, cláusula*, acuerdo*, confidencialidad, encargado del tratamiento, anexo, adenda, términos, firma, firmad*, responsabilidad, jurisdicción, condiciones generales",
  damages:
    "daños y perjuicios, perjuicio*, indemnización, lesión*, herid*, accidente*, hospital, siniestro, seguro, aseguradora, responsabilidad, caída, intoxic*, alerg*",
  statute:
    "conforme, artículo, art, ley, real decreto, en el plazo de, plazo, por la presente, por medio de la presente, burofax, requerimos, obligación, legal*, normativa, de conformidad, vía judicial, caso contrario, código civil",
  regulator:
    "consumo, omic, hoja de reclamaciones, hojas de reclamaciones, organismo, autoridad*, profeco, defensor, inspección, ayuntamiento, ministerio, agencia tributaria, condusef, sernac, indecopi, defensa del consumidor",
  digest:
    "boletín*, newsletter*, esta semana, edición, novedades, noticias, en este número, resumen semanal, tendencias, actualidad, revista, lectores",
  unsubscribe:
    "darse de baja, darte de baja, cancelar suscripción, recibes este, recibe este, ver en el navegador, preferencias, dejar de recibir",
  readmore: "leer más, ver más, seguir leyendo, más información aquí, descubre, descubrir, saber más",
  release:
    "novedad*, nueva función, nuevas funciones, ya disponible, lanzamiento, versión, presentamos, nuevo en, hemos añadido",
  webinar:
    "webinar*, seminario*, inscríbete, feria, congreso, ponente*, plazas limitadas, taller*, jornada*, evento gratuito",
  sale: "rebajas, oferta*, descuento del, última oportunidad, solo hoy, hasta agotar, envío gratis, aprovecha, compra ya, black friday, promoción*, no te pierdas",
  prize: "ganador*, ganado, premio, lotería, herencia, beneficiari*, millones, fallecid*, donación de, sorteo, viuda",
  verify:
    "verifi*, confirme su, confirmar su, suspendid*, suspensión, buzón, lleno, cuota de, actividad inusual, actualice, actualizar sus datos, 24 horas, 48 horas, bloquead*, desactiv*, caduca, seguridad de su cuenta, restringid*, identidad, reactivar, banca en línea",
  invest:
    "bitcoin, cripto*, inversión*, inversor*, préstamo*, crédito*, financiación, rentabilidad, ganar dinero, ingresos extra, trading, capital",
  giftcard:
    "tarjetas regalo, tarjetas de regalo, está disponible, estás disponible, estás en la oficina, una tarea, un favor, discreción, en una reunión, número de móvil, número de celular, transferencia urgente, pago urgente, whatsapp",
  bankchange:
    "nueva cuenta bancaria, nuevos datos bancarios, cambio de cuenta, cambio de datos bancarios, hemos cambiado de banco, cuenta anterior, nueva cuenta, nuevo iban, cuenta de nómina",
  lure: "haga clic, haz clic, pulse aquí, clic aquí, enlace siguiente, siguiente enlace, abrir el adjunto, ver documento, documento compartido, mensaje de voz, tasas de aduana, gastos de envío, paquete retenido, pagar ahora, acción requerida, último aviso, código qr, descargue, multa",
  secrecy: "confidencial*, secreto, discret*, no se lo digas, entre nosotros, no llame",
  adult: "viagra, casino, citas, sexo, adelgazar, apuestas, solteras, pastillas",
  blackmail: "webcam, hackead*, grabado, tus contactos, su dispositivo, bitcoin, reseñas negativas, troyano",
  kindly:
    "estimado amigo, querido amigo, estimado usuario, dios le bendiga, atención, amado, espero su pronta respuesta",
  family:
    "mamá, papá, abuela, abuelo, hija, hijo, esposo, esposa, marido, mujer, niños, guardería, hermana, hermano, cena, cariño, perro, gato, tía, tío, primo, comadre",
  office:
    "nevera, cocina, leche, cafetera, café, comida, pastel, llaves, sala de reuniones, aparcamiento, impresora, tóner, olvidado, amigo invisible, a todos, hola a todos, compañeros, turno, vacaciones, teletrabajo, enferm*, almuerzo",
  wrongperson:
    "dirección equivocada, por error, no es para mí, no es para nosotros, persona equivocada, reenviar, reenvíe, destinatario equivocado, correo equivocado, me ha llegado",
  affection: "besos, besitos, abrazo*, te quiero, jaja*, saluditos, finde, cervezas, barbacoa, nos vemos",
  absence:
    "fuera de la oficina, ausente, ausencia, vacaciones, respuesta automática, de baja, regreso, vuelvo, estaré de vuelta, ya no trabaja, en caso de urgencia, acceso limitado, permiso de maternidad, incorporaré",
  undelivered:
    "no entregado, no se pudo entregar, no ha podido ser entregado, destinatario desconocido, buzón lleno, error de entrega, devuelto",
  press:
    "periodist*, prensa, redacción, entrevista*, reportaje*, artículo, diario, revista, radio, medio*, declaraciones, cierre de edición, portavoz, televisión",
  survey:
    "encuesta*, cuestionario, estadística*, estudio, tesis, universidad, investigación, ayuntamiento, cámara de comercio, censo, ine, inegi, obligatori*, participar, vecin*, obras",
  autoack:
    "hemos recibido su, hemos recibido tu, gracias por contactar, su solicitud ha sido, no responda, no responder, generado automáticamente, mensaje automático, número de caso, número de ticket, acuse de recibo, ha aceptado, ha rechazado",
  charity:
    "asociación, ong, donación*, donar, rifa, voluntari*, benéfic*, solidari*, parroquia, colegio, kermés, equipo infantil",
  student:
    "estudiante*, alumno*, alumna*, trabajo de clase, tfg, tfm, proyecto escolar, profesor*, instituto, universitari*",
  thanks: "gracias, agradec*, agradezco, agradecería",
  praise:
    "genial, perfecto, excelente*, encantad*, contento*, contenta*, feliz, maravillos*, estupend*, fantástic*, increíble, buenísim*, encanta, amable, satisfech*, ilusión, felicidades",
  anger:
    "inaceptable*, vergüenza, indignad*, decepcion*, molest*, hart*, queja*, quejar*, pésim*, fatal, estafa*, tomadura de pelo, intolerable, lamentable, ridículo, nunca más, mal servicio, enfadad*, robo, timo, horrible, desastre, abuso, falta de respeto, no es posible que, por desgracia, increíble, desesperad*",
  insult:
    "idiota*, ladron*, estafador*, sinvergüenza*, mierda, imbécil*, inútil*, cabron*, mentiros*, gilipollas, puta, pendej*, ratas",
  urgent:
    "urgente*, urgencia, cuanto antes, inmediat*, lo antes posible, hoy mismo, hoy, ya mismo, ya, rápido, a la brevedad, de inmediato, esta mañana",
  deadline:
    "antes del, antes de, para el viernes, para el lunes, a más tardar, mañana, esta semana, la próxima semana, plazo, fecha límite, el sábado, a tiempo, el jueves, fin de mes",
  leave:
    "darme de baja, darnos de baja, cancelar mi suscripción, cancelar el contrato, cambiar de proveedor, irnos, irme, a la competencia, buscar otro, no renovar, no renovaremos, otra empresa, última compra, de baja, nos vamos, me voy, me cambio, nos cambiamos, cambiarme, cambiarnos, cancelar la suscripción, cancelar mi, cancelar nuestra, rescindir, rescisión, terminar el contrato, no voy a renovar, no vamos a renovar, otro proveedor, irme a otro, perder un cliente, perdido un cliente, nunca más, preaviso",
  security:
    "vulnerab*, hackea*, brecha, filtración, fuga de datos, suplant*, phishing, sospechos*, fraude*, fraudulent*, seguridad, acceso no autorizado, virus",
  injection:
    "ignora las instrucciones, ignore las instrucciones, instrucciones anteriores, asistente de ia, inteligencia artificial, modelo de lenguaje, prompt del sistema",
  safety:
    "humo, fuego, incendio, quem*, gas, olor a gas, descarga eléctrica, chispa*, herid*, peligro*, explot*, sobrecalent*, hospital, intoxica*, alergi*",
  please: "por favor, porfa, favor de, ruego, rogamos, le pido, les pido",
  sorry: "perdón, disculp*, lo siento, perdona, perdone",
  formal:
    "estimado, estimada, estimados, estimados señores, muy señores, atentamente, cordialmente, un cordial saludo, saludos cordiales, a quien corresponda, distinguid*",
  informal: "hola, buenas, buenos días, buenas tardes, qué tal, oye, saludos, ok, vale, chao",
  question: "qué, cuándo, dónde, cuál, cuáles, quién, por qué, cómo, cuántos, cuántas",
  canyou:
    "pueden, podrían, podéis, podríais, puede, podría, me pueden, me podrían, nos podrían, alguien puede, alguien podría, sería posible, puedes, podrías, me puede, me ayudan, pueden ayudar",
  not: "no, nunca, ningún, ninguna, nada, sin, ni, tampoco, jamás",
  i: "yo, me, mí, soy, estoy, tengo",
  we: "nosotros, nos, somos, estamos, tenemos",
  you: "usted, ustedes, vosotros, os, tú, te, le, les",
  my: "mi, mis",
  our: "nuestro, nuestra, nuestros, nuestras",
  your: "su, sus, vuestro, vuestra, vuestros, vuestras, tu, tus",
};
