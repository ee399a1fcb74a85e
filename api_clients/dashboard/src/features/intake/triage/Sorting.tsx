import { Trans, useLingui } from "@lingui/react/macro";
import { Alert, Anchor, Button, Group, Kbd, Stack, Text, Title } from "@mantine/core";
import { notifications } from "@mantine/notifications";
import { type ReactNode, useEffect, useRef, useState } from "react";
import { Link, useNavigate } from "react-router";
import { Loaded } from "@/components/Loaded";
import {
  type Case,
  CaseContext,
  Complaint,
  EditFacts,
  isWhole,
  StepModal,
  useCase,
} from "@/features/casepage";
import { $api, ifMatch } from "@/lib/api";
import { useWord } from "@/lib/own-words";
import { asProblem } from "@/lib/problems";
import { useSession } from "@/lib/session";
import { type Shortcut, useShortcuts } from "@/lib/shortcuts";
import { CASE_KIND, CASE_STATE, CASE_VERB, SEVERITY } from "@/lib/words";
import classes from "./triage.module.css";

type Verb = Case["allowed_actions"][number]["verb"];
type Act = Case["allowed_acts"][number];

/** Which key begins which step. The server says which of them there are. */
const KEYS: Partial<Record<Verb, string>> = {
  start_triage: "s",
  open: "o",
  ask_complainant: "a",
  take_up_answer: "u",
  declare_inadmissible: "x",
  mark_duplicate: "d",
  withdraw: "w",
};
const ORDER = Object.keys(KEYS) as Verb[];
const IN_QUEUE: readonly Case["state"][] = ["received", "triage", "awaiting_complainant"];

interface Props {
  caseId: string;
  /** It is sorted: the next one comes. */
  onGone: () => void;
}

/** One complaint in its author's words, and what can be done with it now. */
export function Sorting({ caseId, onGone }: Props) {
  const query = useCase(caseId);
  return (
    <Loaded query={query} lines={8}>
      {(seen) =>
        isWhole(seen) ? (
          <CaseContext value={seen}>
            <Whole one={seen} onGone={onGone} />
          </CaseContext>
        ) : (
          <Text>
            <Trans>This complaint is not open to you.</Trans>
          </Text>
        )
      }
    </Loaded>
  );
}

function Whole({ one, onGone }: { one: Case; onGone: () => void }) {
  return (
    <Stack gap="sm">
      <Facts one={one} />
      <Steps one={one} onGone={onGone} />
      <Complaint caseId={one.id} />
    </Stack>
  );
}

/** How the partner has sorted it so far. */
function Facts({ one }: { one: Case }) {
  const { t } = useLingui();
  const word = useWord();
  const missing = t`not yet said`;
  const facts: [string, string][] = [
    [t`State`, word(CASE_STATE, one.state)],
    [t`Kind`, word(CASE_KIND, one.kind)],
    [t`Category`, one.category?.name ?? missing],
    [t`Institution`, one.institution?.name ?? missing],
    [t`Place`, one.place?.name ?? missing],
    [t`Severity`, word(SEVERITY, one.severity)],
    [t`Assigned to`, one.assignee?.name ?? t`nobody`],
  ];
  return (
    <div>
      <Title order={2} size="h4">
        <Anchor component={Link} to={`/cases/${one.id}`} inherit>
          {one.reference}
        </Anchor>
      </Title>
      {one.summary && <Text>{one.summary}</Text>}
      <Group gap="4px 16px" mt={4}>
        {facts.map(([name, value]) => (
          <Text size="sm" key={name}>
            <Text span size="sm" c="dimmed">
              {name}:
            </Text>{" "}
            {value}
          </Text>
        ))}
      </Group>
    </div>
  );
}

function Steps({ one, onGone }: { one: Case; onGone: () => void }) {
  const { t } = useLingui();
  const word = useWord();
  const navigate = useNavigate();
  const [verb, setVerb] = useState<Verb | null>(null);
  const [facts, setFacts] = useState(false);
  const act = useOneKeyActs(one);
  const actions = ORDER.flatMap((verb) => one.allowed_actions.filter((action) => action.verb === verb));
  const first = actions.find((action) => !action.code)?.verb;
  const chosen = actions.find((action) => action.verb === verb);
  useGone(one, onGone);
  const begin = (next: Verb) => (next === "start_triage" ? act.start() : setVerb(next));
  const may = (wanted: Act) => one.allowed_acts.includes(wanted);
  const keys: Shortcut[] = [
    ...actions.map((action) => ({
      keys: KEYS[action.verb] ?? "",
      label: word(CASE_VERB, action.verb),
      act: () => begin(action.verb),
    })),
    ...(may("change") ? [{ keys: "c", label: t`Category and other facts`, act: () => setFacts(true) }] : []),
    ...(may("take") || may("assign") ? [{ keys: "m", label: t`Assign to me`, act: act.take }] : []),
    { keys: "e", label: t`To the whole case`, act: () => navigate(`/cases/${one.id}`) },
  ];
  useShortcuts(keys);
  return (
    <>
      <Group gap={6} className={classes.steps} role="group" aria-label={t`What can be done`}>
        {actions.map((action) => (
          <Step
            key={action.verb}
            at={KEYS[action.verb]}
            first={action.verb === first}
            loading={action.verb === "start_triage" && act.pending}
            onClick={() => begin(action.verb)}
          >
            {word(CASE_VERB, action.verb)}
          </Step>
        ))}
        {may("change") && (
          <Step at="c" onClick={() => setFacts(true)}>
            <Trans>Category and other facts</Trans>
          </Step>
        )}
        {(may("take") || may("assign")) && one.assignee === null && (
          <Step at="m" onClick={act.take}>
            <Trans>Assign to me</Trans>
          </Step>
        )}
      </Group>
      {actions.map(
        (action) =>
          action.verb === "open" &&
          action.reason && (
            <Alert key="open" color="yellow" variant="light" p="xs">
              {action.reason}
            </Alert>
          ),
      )}
      {chosen && <StepModal action={chosen} onClose={() => setVerb(null)} />}
      {facts && <EditFacts onClose={() => setFacts(false)} />}
    </>
  );
}

/** A complaint that was in the queue and is sorted now makes room for the next one. */
function useGone(one: Case, onGone: () => void) {
  const waited = useRef(IN_QUEUE.includes(one.state));
  const gone = !IN_QUEUE.includes(one.state);
  useEffect(() => {
    if (!waited.current || !gone) return;
    waited.current = false;
    onGone();
  }, [gone, onGone]);
}

interface StepProps {
  at: string | undefined;
  first?: boolean;
  loading?: boolean;
  onClick: () => void;
  children: ReactNode;
}

function Step({ at, first = false, loading = false, onClick, children }: StepProps) {
  return (
    <Button
      size="xs"
      variant={first ? "filled" : "default"}
      loading={loading}
      onClick={onClick}
      aria-keyshortcuts={at}
      rightSection={
        at && (
          <Kbd size="xs" className={classes.key} aria-hidden>
            {at}
          </Kbd>
        )
      }
    >
      {children}
    </Button>
  );
}

/** Steps that need no words. */
function useOneKeyActs(one: Case) {
  const { me } = useSession();
  const told = {
    onError: (error: unknown) => notifications.show({ color: "red", message: asProblem(error).title }),
  };
  const start = $api.useMutation("post", "/api/v1/cases/{case_id}/start_triage/", told);
  const assign = $api.useMutation("post", "/api/v1/cases/{case_id}/assign/", told);
  const which = { params: { path: { case_id: one.id }, header: { "If-Match": ifMatch(one.version) } } };
  return {
    pending: start.isPending,
    start: () => start.mutate(which),
    take: () => assign.mutate({ ...which, body: { assignee: me.id } }),
  };
}
