/** Who works here, for which partner, and what the server lets them do there. */
import { createContext, useContext } from "react";
import type { Schemas } from "./api";

export type Me = Schemas["Me"];
export type MyPartner = Schemas["MyPartner"];
export type Permission = Schemas["Permission"];

export interface Session {
  me: Me;
  /** The partner in view; null for people who work in none, such as platform administrators. */
  partner: MyPartner | null;
  choosePartner: (slug: string) => void;
  /** What the server said of the partner in view. */
  may: (permission: Permission) => boolean;
}

export const SessionContext = createContext<Session | null>(null);

export function useSession(): Session {
  const session = useContext(SessionContext);
  if (!session) throw new Error("There is no session here.");
  return session;
}
