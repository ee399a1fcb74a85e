import { Plural, useLingui } from "@lingui/react/macro";
import { Alert, Anchor, Stack } from "@mantine/core";
import { Link } from "react-router";
import type { Schemas } from "@/lib/api";
import { useWord } from "@/lib/own-words";
import { REQUEST_STATE } from "./words";

/** What waits of identities today: numbers and states, no word of why. */
export default function TodayIdentities({ found }: { found: Schemas["IdentitiesOfToday"] }) {
  const { t } = useLingui();
  const word = useWord();
  const decide = found.to_decide ?? 0;
  const warnings = found.warnings ?? 0;
  if (decide + warnings + found.own.length === 0) return null;
  return (
    <Alert color={warnings > 0 ? "orange" : "blue"} title={t`Requests for identities`}>
      <Stack gap={4}>
        {decide > 0 && (
          <Anchor component={Link} to="/identities" size="sm">
            <Plural
              value={decide}
              one="# request waits for your decision"
              other="# requests wait for your decision"
            />
          </Anchor>
        )}
        {warnings > 0 && (
          <Anchor component={Link} to="/identities?which=running" size="sm">
            <Plural
              value={warnings}
              one="# approval by your only custodian should be looked at"
              other="# approvals by your only custodian should be looked at"
            />
          </Anchor>
        )}
        {found.own.map((one) => (
          <Anchor key={one.id} component={Link} to={`/cases/${one.case.id}?part=complaint`} size="sm">
            {one.case.reference}: {word(REQUEST_STATE, one.state)}
          </Anchor>
        ))}
      </Stack>
    </Alert>
  );
}
