import { Trans, useLingui } from "@lingui/react/macro";
import { Button, Group, Stack, Text } from "@mantine/core";
import { Link } from "react-router";
import { Loaded } from "@/components/Loaded";
import { useSession } from "@/lib/session";
import { useReferrals } from "./queries";
import { ReferralCard } from "./ReferralCard";

/** The referrals of a case, the newest first, and where a new one begins. */
export function CaseReferrals({ caseId }: { caseId: string }) {
  const { t } = useLingui();
  const { may } = useSession();
  const referrals = useReferrals(caseId);
  return (
    <Stack gap="md">
      {may("refer_cases") && (
        <Group justify="flex-end">
          <Button component={Link} to={`/cases/${caseId}/referrals/new`}>
            <Trans>New referral to an institution</Trans>
          </Button>
        </Group>
      )}
      <Loaded query={referrals} empty={t`Nothing has been sent to an institution yet.`}>
        {({ results, next }) => (
          <Stack gap="md">
            {[...results].reverse().map((one) => (
              <ReferralCard
                key={one.id}
                place={{ caseId, referralId: one.id }}
                referral={one}
                all={results}
              />
            ))}
            {next && (
              <Text size="sm" c="dimmed">
                <Trans>There are more referrals than fit here.</Trans>
              </Text>
            )}
          </Stack>
        )}
      </Loaded>
    </Stack>
  );
}
