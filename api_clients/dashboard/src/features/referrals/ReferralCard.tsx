import { Trans, useLingui } from "@lingui/react/macro";
import { Card, Group, Stack, Tabs, Text, Title } from "@mantine/core";
import { useState } from "react";
import { useDates } from "@/lib/dates";
import { useWord } from "@/lib/own-words";
import { useSession } from "@/lib/session";
import { ANSWER_ASSESSMENT, REFERRAL_CHANNEL, REFERRAL_STATE } from "@/lib/words";
import { Actions, GoOn } from "./Actions";
import { Answers } from "./answers/Answers";
import { Clarifications } from "./Clarifications";
import { Clock } from "./Clock";
import { Mark } from "./Marks";
import { NextBodies } from "./NextBodies";
import type { Place, Referral } from "./queries";
import { Deliveries } from "./sending/Deliveries";
import { REFERRAL_TONE } from "./words";

const BEFORE_IT_LEFT = new Set(["draft", "approval", "queued", "cancelled"]);
const IN_THE_MAKING = new Set(["draft", "approval", "queued", "delivery_failed"]);

interface Props {
  place: Place;
  referral: Referral;
  all?: Referral[];
}

/** One referral: where it stands, its clock, what may be done, and behind tabs what came of it. */
export function ReferralCard({ place, referral, all = [] }: Props) {
  return (
    <Card withBorder component="section" aria-label={referral.institution?.name} padding="md">
      <Stack gap="sm">
        <Heading referral={referral} />
        <Facts referral={referral} all={all} />
        <Clock referral={referral} />
        {IN_THE_MAKING.has(referral.state) && (
          <Group>
            <GoOn place={place} />
          </Group>
        )}
        <Actions place={place} referral={referral} />
        <More place={place} referral={referral} />
      </Stack>
    </Card>
  );
}

function Heading({ referral }: { referral: Referral }) {
  const word = useWord();
  return (
    <Group justify="space-between" gap="xs" wrap="wrap">
      <Title order={3} size="h4">
        {referral.institution?.name}
      </Title>
      <Group gap="xs">
        {referral.overdue && (
          <Mark tone="red">
            <Trans>overdue</Trans>
          </Mark>
        )}
        <Mark tone={REFERRAL_TONE[referral.state] ?? "gray"}>{word(REFERRAL_STATE, referral.state)}</Mark>
      </Group>
    </Group>
  );
}

function Facts({ referral, all }: { referral: Referral; all: Referral[] }) {
  const dates = useDates();
  const word = useWord();
  const nameOf = (id: string | null) => all.find((one) => one.id === id)?.institution?.name ?? "";
  const facts = [
    referral.appeals && <Trans key="appeal">Appeal against the answer of {nameOf(referral.appeals)}</Trans>,
    referral.escalates && <Trans key="escalates">Takes it higher after {nameOf(referral.escalates)}</Trans>,
    referral.redirected_from && <Trans key="from">Passed on by {nameOf(referral.redirected_from)}</Trans>,
    referral.sent_on && <Trans key="sent">Sent on {dates.shortDay(referral.sent_on)}</Trans>,
    referral.channel && <span key="channel">{channelWord(word, referral.channel)}</span>,
    referral.protocol_number && <Trans key="number">Protocol number {referral.protocol_number}</Trans>,
    referral.answered_on && <Trans key="answered">Answered on {dates.shortDay(referral.answered_on)}</Trans>,
    referral.assessment && <span key="assessment">{assessmentWord(word, referral.assessment)}</span>,
    referral.override_reason && <Trans key="override">Without consent: {referral.override_reason}</Trans>,
    referral.sent_back_reason && <Trans key="back">Sent back: {referral.sent_back_reason}</Trans>,
  ].filter(Boolean);
  if (facts.length === 0) return null;
  return (
    <Stack gap={2}>
      {facts.map((fact, place) => (
        <Text key={place} size="sm">
          {fact}
        </Text>
      ))}
    </Stack>
  );
}

type Word = ReturnType<typeof useWord>;
const channelWord = (word: Word, code: string) =>
  word(REFERRAL_CHANNEL, code as keyof typeof REFERRAL_CHANNEL);
const assessmentWord = (word: Word, code: string) =>
  word(ANSWER_ASSESSMENT, code as keyof typeof ANSWER_ASSESSMENT);

/** Asked for only when somebody looks. */
function More({ place, referral }: { place: Place; referral: Referral }) {
  const { t } = useLingui();
  const { may } = useSession();
  const [tab, setTab] = useState<string | null>(null);
  const writes = may("refer_cases") || may("approve_referrals");
  const hasLeft = !BEFORE_IT_LEFT.has(referral.state);
  const tabs = [
    hasLeft && { value: "answers", label: t`Answers`, panel: <Answers place={place} referral={referral} /> },
    (hasLeft || referral.state === "queued") &&
      writes && {
        value: "deliveries",
        label: t`Deliveries`,
        panel: <Deliveries place={place} referral={referral} />,
      },
    hasLeft &&
      referral.clarifications.length > 0 && {
        value: "questions",
        label: t`Questions back`,
        panel: <Clarifications referral={referral} />,
      },
    hasLeft &&
      writes && {
        value: "next",
        label: t`Where next`,
        panel: <NextBodies place={place} referral={referral} />,
      },
  ].filter((one) => one !== false);
  if (tabs.length === 0) return null;
  return (
    <Tabs value={tab} onChange={setTab} allowTabDeactivation keepMounted={false} variant="outline">
      <Tabs.List>
        {tabs.map((one) => (
          <Tabs.Tab key={one.value} value={one.value}>
            {one.label}
          </Tabs.Tab>
        ))}
      </Tabs.List>
      {tabs.map((one) => (
        <Tabs.Panel key={one.value} value={one.value} pt="sm">
          {one.panel}
        </Tabs.Panel>
      ))}
    </Tabs>
  );
}
