import { Plural, Trans, useLingui } from "@lingui/react/macro";
import { Button, Text } from "@mantine/core";
import { Link } from "react-router";
import type { Schemas } from "@/lib/api";
import { useDates } from "@/lib/dates";
import { useWord } from "@/lib/own-words";
import { CASE_KIND, CASE_STATE, QUARANTINE_REASON, SEVERITY } from "@/lib/words";
import { PARTS } from "./parts";
import { Row } from "./Row";
import { countOf, Section } from "./Section";

/** Complaints that nobody has sorted: each opens in the queue, with its words beside it. */
export function NewPart({ found }: { found: Schemas["NewCasesOfToday"] }) {
  const { t, i18n } = useLingui();
  const word = useWord();
  const dates = useDates();
  return (
    <Section
      part="new"
      title={i18n._(PARTS.new.title)}
      count={countOf(found)}
      more={<To to="/intake">{t`To the queue`}</To>}
    >
      {found.rows.map((row) => (
        <Row
          key={row.id}
          to={`/intake?case=${row.id}`}
          title={row.summary || [word(CASE_KIND, row.kind), row.category?.name].filter(Boolean).join(": ")}
          about={[
            row.reference,
            row.state !== "received" && word(CASE_STATE, row.state),
            row.severity > 2 && word(SEVERITY, row.severity),
            row.institution?.name,
            row.assignee?.name,
          ]
            .filter(Boolean)
            .join(" · ")}
          due={<Text size="sm">{dates.fromNow(row.opened_at)}</Text>}
        />
      ))}
    </Section>
  );
}

/** Mails of which somebody has to say where they belong. */
export function MailPart({ found }: { found: Schemas["MailsOfToday"] }) {
  const { t, i18n } = useLingui();
  const dates = useDates();
  return (
    <Section
      part="mail"
      title={i18n._(PARTS.mail.title)}
      count={countOf(found)}
      more={<To to="/intake/mail">{t`To the mail`}</To>}
    >
      {found.rows.map((row) => (
        <Row
          key={row.id}
          to={`/intake/mail?mail=${row.id}`}
          title={row.subject || t`Without a subject`}
          about={row.sender ?? undefined}
          due={<Text size="sm">{dates.fromNow(row.arrived_at)}</Text>}
        />
      ))}
    </Section>
  );
}

/** How much waits to be looked at, and why. */
export function QuarantinePart({ found }: { found: Schemas["QuarantineCount"] }) {
  const { i18n } = useLingui();
  const word = useWord();
  return (
    <Section part="quarantine" title={i18n._(PARTS.quarantine.title)} count={countOf(found)}>
      <Row
        to="/intake/quarantine"
        title={<Trans>Look at what the door has put aside</Trans>}
        about={found.reasons.map((one) => `${word(QUARANTINE_REASON, one.reason)}: ${one.count}`).join(" · ")}
        due={
          found.overdue > 0 && (
            <Text size="sm" c="red" fw={600}>
              <Plural
                value={found.overdue}
                one="# waits for more than a week"
                other="# wait for more than a week"
              />
            </Text>
          )
        }
      />
    </Section>
  );
}

function To({ to, children }: { to: string; children: string }) {
  return (
    <Button component={Link} to={to} size="compact-sm" variant="subtle">
      {children}
    </Button>
  );
}
