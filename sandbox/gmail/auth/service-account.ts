import { createPublicKey, generateKeyPairSync, randomBytes, verify } from "node:crypto";

/** The key file Google lets an admin download. */
export interface ServiceAccountKey {
  type: "service_account";
  project_id: string;
  private_key_id: string;
  private_key: string;
  client_email: string;
  client_id: string;
  token_uri: string;
}

export interface Claims {
  iss?: string;
  sub?: string;
  scope?: string;
  aud?: string;
  iat?: number;
  exp?: number;
}

export function newServiceAccount(project: string, tokenUrl: string): ServiceAccountKey {
  const { privateKey } = generateKeyPairSync("rsa", { modulusLength: 2_048 });
  return {
    type: "service_account",
    project_id: project,
    private_key_id: randomBytes(20).toString("hex"),
    private_key: privateKey.export({ type: "pkcs8", format: "pem" }).toString(),
    client_email: `mailroom@${project}.iam.gserviceaccount.com`,
    client_id: "114082937465102938475",
    token_uri: tokenUrl,
  };
}

/** The claims of an assertion that this account signed, or nothing. */
export function signedClaims(assertion: string, account: ServiceAccountKey): Claims | undefined {
  const [head, payload, signature] = assertion.split(".");
  if (!head || !payload || !signature) return undefined;
  const publicKey = createPublicKey(account.private_key);
  const genuine = verify(
    "RSA-SHA256",
    Buffer.from(`${head}.${payload}`),
    publicKey,
    Buffer.from(signature, "base64url"),
  );
  return genuine ? (JSON.parse(Buffer.from(payload, "base64url").toString()) as Claims) : undefined;
}
