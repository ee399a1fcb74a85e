import { Plural, Trans, useLingui } from "@lingui/react/macro";
import { Alert, Button, Group, Stack, Text } from "@mantine/core";
import { useQueryClient } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import { ProblemAlert } from "@/components/ProblemAlert";
import { api, refresh, type Schemas } from "@/lib/api";
import { useWord } from "@/lib/own-words";
import { asProblem, type Problem } from "@/lib/problems";
import { IDENTITY_FIELD } from "@/lib/words";

type Revealed = Pick<Schemas["RevealedIdentity"], keyof typeof IDENTITY_FIELD>;

const FIELDS = Object.keys(IDENTITY_FIELD) as (keyof typeof IDENTITY_FIELD)[];
const SECOND = 1_000;

interface Props {
  caseId: string;
  requestId: string;
  /** Of a sealed identity: the public half of the key with which this browser reads it. */
  readerKey: string;
}

/**
 * Reads an identity and takes it off the screen again. It lives in this component alone: not in the cache of
 * queries, not in a draft, nowhere once the page is left.
 */
export function Reading({ caseId, requestId, readerKey }: Props) {
  const queries = useQueryClient();
  const [shown, setShown] = useState<Revealed | null>(null);
  const [ends, setEnds] = useState(0);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);
  const [lost, setLost] = useState(false);

  async function read() {
    setBusy(true);
    setProblem(null);
    try {
      const reader = readerKey ? await ownReader(readerKey) : null;
      if (reader === undefined) {
        setLost(true);
        return;
      }
      const { data, error, response } = await api.POST(
        "/api/v1/cases/{case_id}/identity-requests/{request_id}/read/",
        { params: { path: { case_id: caseId, request_id: requestId } } },
      );
      if (error) throw error;
      // By the server's clock: this computer's may be wrong.
      const now = Date.parse(response.headers.get("Date") ?? "") || Date.now();
      setEnds(performance.now() + Date.parse(data.until) - now);
      setShown(reader && data.resealed ? await openedWith(reader, data.resealed) : data);
    } catch (failed) {
      setProblem(asProblem(failed));
    } finally {
      setBusy(false);
      void refresh(queries);
    }
  }

  if (!shown)
    return (
      <Stack gap="xs" align="flex-start">
        <Text size="sm" c="dimmed">
          <Trans>Each reading is written down before you see anything, also on the complainant's page.</Trans>
        </Text>
        <ProblemAlert problem={problem} />
        {lost && (
          <Alert color="orange">
            <Trans>
              It was sealed to a key that is not in this browser. Read it in the browser in which you asked,
              or say that you do not need it any more and ask again.
            </Trans>
          </Alert>
        )}
        <Button loading={busy} onClick={() => void read()}>
          <Trans>Read it now</Trans>
        </Button>
      </Stack>
    );
  return <Shown found={shown} ends={ends} onOver={() => setShown(null)} />;
}

async function ownReader(name: string): Promise<CryptoKey | string | undefined> {
  const { readerOf } = await import("./sealing/readers");
  return readerOf(name);
}

async function openedWith(reader: CryptoKey | string, file: string): Promise<Revealed> {
  const { openWith, textIn } = await import("./sealing/age");
  const told: unknown = JSON.parse(await openWith(reader, file));
  const has = (name: string) => typeof told === "object" && told !== null && name in told;
  const of = (name: keyof Revealed) => (has(name) ? textIn(told, name) : null);
  return { name: of("name"), email: of("email"), phone: of("phone"), address: of("address") };
}

function Shown({ found, ends, onOver }: { found: Revealed; ends: number; onOver: () => void }) {
  const { t } = useLingui();
  const word = useWord();
  const seconds = useSecondsUntil(ends);
  useEffect(() => {
    if (seconds <= 0) onOver();
  }, [seconds, onOver]);
  if (seconds <= 0) return null;
  const minutes = Math.ceil(seconds / 60);
  return (
    <Alert color="yellow" title={t`Keep it to yourself, and copy it nowhere`}>
      <Stack component="dl" gap="xs" m={0}>
        {FIELDS.filter((name) => found[name] !== null).map((name) => (
          <div key={name}>
            <Text component="dt" size="xs" fw={600}>
              {word(IDENTITY_FIELD, name)}
            </Text>
            <Text component="dd" m={0} style={{ overflowWrap: "anywhere" }}>
              {found[name] || t`Not told`}
            </Text>
          </div>
        ))}
      </Stack>
      <Group justify="space-between" gap="xs" mt="sm">
        <Text size="sm">
          <Plural value={minutes} one="Hidden again in a minute" other="Hidden again in # minutes" />
        </Text>
        <Button size="xs" variant="default" onClick={onOver}>
          <Trans>Hide it now</Trans>
        </Button>
      </Group>
    </Alert>
  );
}

function useSecondsUntil(end: number): number {
  const left = () => Math.ceil((end - performance.now()) / SECOND);
  const [seconds, setSeconds] = useState(left);
  useEffect(() => {
    const timer = setInterval(() => setSeconds(Math.ceil((end - performance.now()) / SECOND)), SECOND);
    return () => clearInterval(timer);
  }, [end]);
  return seconds;
}
