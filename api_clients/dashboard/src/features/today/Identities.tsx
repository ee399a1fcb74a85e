import { Plural, useLingui } from "@lingui/react/macro";
import { Stack } from "@mantine/core";
import type { Today } from "./parts";
import { Row } from "./Row";
import { Section } from "./Section";

/** Requests to read an identity: to be decided, to be looked at, one's own. Numbers and ids, no word of why. */
export function Identities({ found }: { found: NonNullable<Today["identities"]> }) {
  const { t } = useLingui();
  const { to_decide: waiting, warnings, own } = found;
  const all = (waiting ?? 0) + (warnings ?? 0) + own.length;
  if (all === 0) return null;
  return (
    <Stack mb="lg">
      <Section part="identities" title={t`Requests for identities`} count={String(all)}>
        {waiting ? (
          <Row
            to="/identities"
            title={
              <Plural value={waiting} one="# waits for your decision" other="# wait for your decision" />
            }
          />
        ) : null}
        {warnings ? (
          <Row
            to="/identities?which=running"
            title={
              <Plural
                value={warnings}
                one="# was approved by your only custodian"
                other="# were approved by your only custodian"
              />
            }
            about={t`They open a day later. End what should not be read.`}
          />
        ) : null}
        {own.map((one) => (
          <Row
            key={one.id}
            to={`/cases/${one.case.id}?part=complaint`}
            title={one.case.reference}
            about={one.state === "approved" ? t`Approved: you may read it` : t`Declined or ended`}
          />
        ))}
      </Section>
    </Stack>
  );
}
