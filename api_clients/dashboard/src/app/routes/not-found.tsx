import { Trans, useLingui } from "@lingui/react/macro";
import { Button, Text } from "@mantine/core";
import { Link } from "react-router";
import { PageTitle } from "@/components/PageTitle";

/** The same for what does not exist and for what is not ours to see. */
export function NotFound() {
  const { t } = useLingui();
  return (
    <>
      <PageTitle name={t`Nothing here`} />
      <Text mb="md">
        <Trans>There is nothing at this address, or it is not yours to see.</Trans>
      </Text>
      <Button component={Link} to="/" variant="default">
        <Trans>Back to today</Trans>
      </Button>
    </>
  );
}
