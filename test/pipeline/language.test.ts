import { expect, test } from "vitest";
import { detectLanguage } from "../../src/pipeline/language/language.ts";

test.each([
  ["en", "Where is my order? It should have been here on Monday."],
  ["en", "cant log in help"],
  ["de", "Wo bleibt meine Bestellung?"],
  ["fr", "Je n'ai pas reçu ma facture."],
  ["es", "¿Cuándo llega mi pedido?"],
  ["it", "Non riesco ad accedere al mio account."],
  ["pt", "Não consigo acessar minha conta."],
  ["nl", "Ik kan niet inloggen op mijn account."],
  ["pl", "Kiedy dostanę zwrot pieniędzy?"],
  ["sv", "Jag har inte fått min faktura än."],
  ["da", "Jeg har ikke modtaget min ordre endnu."],
  ["no", "Jeg har ikke fått fakturaen ennå."],
  ["fi", "En ole vielä saanut tilaustani."],
  ["cs", "Kdy dorazí moje objednávka?"],
  ["hu", "Mikor érkezik meg a rendelésem?"],
  ["ro", "Când ajunge comanda mea?"],
  ["tr", "Siparişim ne zaman gelecek?"],
  ["ru", "Когда придёт мой заказ?"],
  ["uk", "Коли прийде моє замовлення?"],
  ["bg", "Кога ще пристигне поръчката ми?"],
  ["el", "Πότε θα έρθει η παραγγελία μου;"],
  ["ja", "注文した商品はいつ届きますか。"],
  ["ja", "TW-206650を返品したいです。"],
  ["zh", "我的订单什么时候到?"],
  ["ko", "주문한 상품은 언제 도착하나요?"],
  ["ar", "متى يصل طلبي؟"],
  ["fa", "سفارش من چه زمانی می‌رسد؟"],
  ["he", "מתי תגיע ההזמנה שלי?"],
  ["th", "สินค้าจะมาถึงเมื่อไร"],
  ["hi", "मेरा ऑर्डर कब आएगा?"],
  ["vi", "Khi nào đơn hàng của tôi đến?"],
  ["id", "Kapan pesanan saya sampai?"],
])("%s: %s", (language, text) => {
  expect(detectLanguage(text)).toBe(language);
});

test.each(["", "ok", "👍", "TW-208811", "https://example.com/de/konto", "+49 30 1234", "???", "123"])(
  "%o is unknown",
  (text) => {
    expect(detectLanguage(text)).toBe("unknown");
  },
);
