import type { Gmail } from "../gmail.ts";
import { Answered, AutoReplied, Composed, Refused } from "./bodies.ts";
import { type ControlRoute, done, download, ok } from "./router.ts";
import { customerMailLine, customerMailWhole } from "./views.ts";

/** The people outside: their mail, and writing as one of them. */
export function customerRoutes(gmail: Gmail): ControlRoute[] {
  const customerOf = (params: Record<string, string>) => gmail.customer(params.address ?? "");
  const mailOf = (params: Record<string, string>) => customerOf(params).mail(params.id ?? "");
  return [
    {
      verb: "GET",
      path: "customers",
      run: () =>
        ok(
          gmail.customers.map((customer) => ({
            address: customer.address,
            name: customer.name,
            mails: customer.mails.length,
            lastAt: customer.mails.at(-1)?.receivedAt,
            autoReply: customer.autoReply,
            bounces: customer.refusal,
          })),
        ),
    },
    {
      verb: "GET",
      path: "customers/:address/mails",
      run: ({ params }) => ok(customerOf(params).mails.map(customerMailLine).reverse()),
    },
    { verb: "GET", path: "customers/:address/mails/:id", run: ({ params }) => ok(customerMailWhole(mailOf(params))) },
    {
      verb: "GET",
      path: "customers/:address/mails/:id/raw",
      run: ({ params }) => download(mailOf(params).raw, "message/rfc822", `${params.id}.eml`),
    },
    {
      verb: "GET",
      path: "customers/:address/mails/:id/attachments/:index",
      run: ({ params }) => {
        const file = mailOf(params).attachments[Number(params.index)];
        if (!file) throw new Error(`no attachment ${params.index}`);
        return download(file.content, file.mimeType, file.filename);
      },
    },
    {
      verb: "POST",
      path: "customers/:address/mails",
      run: ({ params, json }) => {
        const { name, ...mail } = Composed.parse(json());
        const customer = customerOf(params);
        if (name !== undefined) customer.name = name;
        return ok(customer.write(mail));
      },
    },
    {
      verb: "POST",
      path: "customers/:address/mails/:id/reply",
      run: ({ params, json }) => ok(customerOf(params).reply(mailOf(params), Answered.parse(json()))),
    },
    {
      verb: "PUT",
      path: "customers/:address/auto-reply",
      run: ({ params, json }) => {
        customerOf(params).autoReply = AutoReplied.parse(json());
        return done();
      },
    },
    {
      verb: "DELETE",
      path: "customers/:address/auto-reply",
      run: ({ params }) => {
        customerOf(params).autoReply = undefined;
        return done();
      },
    },
    {
      verb: "PUT",
      path: "customers/:address/bounce",
      run: ({ params, json }) => {
        customerOf(params).bounce(Refused.parse(json()));
        return done();
      },
    },
    {
      verb: "DELETE",
      path: "customers/:address/bounce",
      run: ({ params }) => {
        customerOf(params).bounce(false);
        return done();
      },
    },
  ];
}
