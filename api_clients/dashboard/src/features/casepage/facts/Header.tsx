import { Trans, useLingui } from "@lingui/react/macro";
import { Badge, Group, Stack, Text } from "@mantine/core";
import { IconLock, IconUserOff } from "@tabler/icons-react";
import type { ReactNode } from "react";
import { PageTitle } from "@/components/PageTitle";
import { useWord } from "@/lib/own-words";
import { CASE_KIND, CASE_OUTCOME, CASE_STATE, SEVERITY } from "@/lib/words";
import type { Case, CaseAsSeen } from "../case";
import { CAME_AS } from "../complaint/kinds";

const STAGE_COLOR = {
  intake: "blue",
  referral: "indigo",
  follow_up: "grape",
  resolution: "teal.9",
  ended: "gray",
} as const;

/** Which case this is and where it stands, in one glance; the summary below. */
export function Header({ seen, actions }: { seen: CaseAsSeen; actions?: ReactNode }) {
  const summary = "summary" in seen ? seen.summary : null;
  return (
    <Stack gap={6} mb="md">
      <PageTitle name={seen.reference} actions={actions} />
      <Group gap="xs">
        <Marks seen={seen} />
      </Group>
      {summary && (
        <Text size="lg" className="words">
          {summary}
        </Text>
      )}
    </Stack>
  );
}

function Marks({ seen }: { seen: CaseAsSeen }) {
  const word = useWord();
  const { t } = useLingui();
  return (
    <>
      <Badge color={STAGE_COLOR[seen.stage]} variant="filled" tt="none" size="lg" radius="sm">
        {word(CASE_STATE, seen.state)}
      </Badge>
      <Plain>{word(CASE_KIND, seen.kind)}</Plain>
      {seen.severity > 2 && (
        <Badge color={seen.severity === 4 ? "red" : "orange"} variant="light" tt="none" size="lg" radius="sm">
          {word(SEVERITY, seen.severity)}
        </Badge>
      )}
      {seen.overdue && (
        <Badge color="red" variant="filled" tt="none" size="lg" radius="sm">
          <Trans>Overdue</Trans>
        </Badge>
      )}
      {seen.outcome && <Plain>{word(CASE_OUTCOME, seen.outcome)}</Plain>}
      {"restricted" in seen && seen.restricted && (
        <Badge
          color="red"
          variant="light"
          tt="none"
          size="lg"
          radius="sm"
          leftSection={<IconLock size={14} aria-hidden />}
        >
          <Trans>Restricted to named persons</Trans>
        </Badge>
      )}
      {seenComplaint(seen) && (
        <Badge
          color="gray"
          variant="light"
          tt="none"
          size="lg"
          radius="sm"
          leftSection={
            seenComplaint(seen)?.complainant_kind === "anonymous" && <IconUserOff size={14} aria-hidden />
          }
          title={t`What is known of the complainant`}
        >
          {word(CAME_AS, seenComplaint(seen)?.complainant_kind ?? "anonymous")}
        </Badge>
      )}
    </>
  );
}

function seenComplaint(seen: CaseAsSeen): Pick<NonNullable<Case["complaint"]>, "complainant_kind"> | null {
  return "complaint" in seen ? seen.complaint : null;
}

function Plain({ children }: { children: ReactNode }) {
  return (
    <Badge color="gray" variant="light" tt="none" size="lg" radius="sm">
      {children}
    </Badge>
  );
}
