import { Plural, Trans, useLingui } from "@lingui/react/macro";
import { Alert, Group, SegmentedControl, Stack, Text } from "@mantine/core";
import { IconSun } from "@tabler/icons-react";
import { keepPreviousData } from "@tanstack/react-query";
import { useRef } from "react";
import { useSearchParams } from "react-router";
import { Loaded } from "@/components/Loaded";
import { PageTitle } from "@/components/PageTitle";
import { $api, type Schemas } from "@/lib/api";
import { useDates } from "@/lib/dates";
import { useWord } from "@/lib/own-words";
import { useSession } from "@/lib/session";
import { Identities } from "./Identities";
import { MailPart, NewPart, QuarantinePart } from "./OtherParts";
import { LOUD, ORDER, PARTS, type Part, type TaskPart, type Today } from "./parts";
import { Strip } from "./Strip";
import { TaskPartView } from "./TaskPartView";
import { useRowKeys } from "./useRowKeys";

type Whose = Schemas["TaskWhose"];

/** What needs somebody today, each row a click away from being done. */
export function TodayPage() {
  const { t } = useLingui();
  const { me, partner, may } = useSession();
  const [params, setParams] = useSearchParams();
  const whose: Whose = params.get("whose") === "team" ? "team" : "mine";
  const query = $api.useQuery(
    "get",
    "/api/v1/today/",
    { params: { query: { partner: partner?.slug, whose } } },
    { placeholderData: keepPreviousData, refetchInterval: 120_000, refetchIntervalInBackground: false },
  );
  return (
    <>
      <PageTitle
        name={t`Today`}
        actions={
          may("read_complaints") && (
            <SegmentedControl
              size="xs"
              aria-label={t`Whose tasks`}
              value={whose}
              onChange={(chosen) => setParams(chosen === "team" ? { whose: "team" } : {}, { replace: true })}
              data={[
                { value: "mine", label: t`Mine` },
                { value: "team", label: t`Everybody's` },
              ]}
            />
          )
        }
      />
      <Loaded query={query} lines={8}>
        {(today) => (
          <>
            {today.identities && <Identities found={today.identities} />}
            <Day today={today} whose={whose} name={me.name} />
          </>
        )}
      </Loaded>
    </>
  );
}

function Day({ today, whose, name }: { today: Today; whose: Whose; name: string }) {
  const dates = useDates();
  const word = useWord();
  const here = useRef<HTMLDivElement>(null);
  useRowKeys(here);
  const open = ORDER.filter((part) => today[part] !== null && !(part === "nobodys" && whose === "team"));
  const waiting = open.filter((part) => (today[part]?.count ?? 0) > 0);
  const quiet = open.filter((part) => !waiting.includes(part));
  if (open.length === 0) return <NoWorkHere toDecide={today.identities?.to_decide ?? null} />;
  const all = waiting.reduce((sum, part) => sum + (today[part]?.count ?? 0), 0);
  return (
    <Stack gap="lg" ref={here}>
      <Text c="dimmed">
        {dates.day(today.day)}
        {" · "}
        {all === 0 ? (
          <Trans>Nothing waits for you, {name}.</Trans>
        ) : (
          <Plural value={all} one="# thing waits for you." other="# things wait for you." />
        )}
      </Text>
      <Strip today={today} parts={waiting} />
      {waiting.map((part) => (
        <OnePart key={part} part={part} today={today} />
      ))}
      {quiet.length > 0 && (
        <Group gap={6} align="flex-start" wrap="nowrap" c="dimmed">
          <IconSun size={18} aria-hidden style={{ flex: "none", marginTop: 2 }} />
          <Text size="sm">{quiet.map((part) => word(NONE, part)).join(" ")}</Text>
        </Group>
      )}
    </Stack>
  );
}

function OnePart({ part, today }: { part: Part; today: Today }) {
  switch (part) {
    case "new":
      return today.new && <NewPart found={today.new} />;
    case "mail":
      return today.mail && <MailPart found={today.mail} />;
    case "quarantine":
      return today.quarantine && <QuarantinePart found={today.quarantine} />;
    default:
      return <Tasks part={part} today={today} />;
  }
}

function Tasks({ part, today }: { part: TaskPart; today: Today }) {
  const found = today[part];
  return found && <TaskPartView part={part} found={found} loud={LOUD.has(part)} />;
}

const NONE = Object.fromEntries(ORDER.map((part) => [part, PARTS[part].none])) as Record<
  Part,
  (typeof PARTS)[Part]["none"]
>;

/** Custodians see no cases; requests are their day. */
function NoWorkHere({ toDecide }: { toDecide: number | null }) {
  if (toDecide) return null;
  return (
    <Alert color="gray" variant="light">
      {toDecide === 0 ? (
        <Trans>No request for an identity waits for you.</Trans>
      ) : (
        <Trans>Your role has no daily work here. What you may see is in the menu.</Trans>
      )}
    </Alert>
  );
}
