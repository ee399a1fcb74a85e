import { Trans, useLingui } from "@lingui/react/macro";
import { Stack, Text } from "@mantine/core";
import { PageTitle } from "@/components/PageTitle";
import { useSession } from "@/lib/session";
import { SecondFactor } from "./SecondFactor";

/** One's own account: who one is here, and the second step of the sign-in. */
export function AccountPage() {
  const { t } = useLingui();
  const { me } = useSession();
  return (
    <Stack maw={640}>
      <PageTitle name={t`My account`} />
      <Text>
        <Trans>
          You are signed in as {me.name}, {me.email}.
        </Trans>
      </Text>
      <SecondFactor />
    </Stack>
  );
}
