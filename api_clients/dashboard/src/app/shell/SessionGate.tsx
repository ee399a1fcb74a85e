import { Container } from "@mantine/core";
import { type ReactNode, useEffect, useMemo, useState } from "react";
import { ProblemAlert } from "@/components/ProblemAlert";
import { $api } from "@/lib/api";
import { isLanguage, speak } from "@/lib/languages";
import { type Me, type Session, SessionContext } from "@/lib/session";
import { rememberPerson } from "@/lib/signing-in";

const CHOSEN = "dosja.partner";

/** Asks the server who is here. Without a session the sign-in dialog opens by itself and this waits. */
export function SessionGate({ children, fallback }: { children: ReactNode; fallback: ReactNode }) {
  const { data, error, refetch } = $api.useQuery("get", "/api/v1/me/", {}, { staleTime: 60_000 });
  if (data) return <Known me={data}>{children}</Known>;
  return (
    <Container py="xl" component="main">
      {error ? <ProblemAlert problem={error} onRetry={() => void refetch()} /> : fallback}
    </Container>
  );
}

function Known({ me, children }: { me: Me; children: ReactNode }) {
  const [slug, setSlug] = useState(() => localStorage.getItem(CHOSEN) ?? "");
  rememberPerson(me.email);
  useEffect(() => {
    if (isLanguage(me.language)) void speak(me.language);
  }, [me.language]);
  const session = useMemo<Session>(() => {
    const partner = me.partners.find((one) => one.slug === slug) ?? me.partners[0] ?? null;
    return {
      me,
      partner,
      choosePartner: (chosen) => {
        localStorage.setItem(CHOSEN, chosen);
        setSlug(chosen);
      },
      may: (permission) => partner?.permissions.includes(permission) ?? false,
    };
  }, [me, slug]);
  return <SessionContext value={session}>{children}</SessionContext>;
}
