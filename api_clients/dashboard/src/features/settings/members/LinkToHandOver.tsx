import { Trans, useLingui } from "@lingui/react/macro";
import { Text } from "@mantine/core";
import { ShownOnce } from "@/components/ShownOnce";
import type { Schemas } from "@/lib/api";

/** What happens with the link of an invitation that was just made. */
export function LinkToHandOver({ invitation }: { invitation: Schemas["InvitationLink"] }) {
  const { t } = useLingui();
  if (!invitation.link)
    return (
      <Text role="status">
        <Trans>The invitation is on its way to {invitation.email}.</Trans>
      </Text>
    );
  return (
    <ShownOnce
      title={t`Hand this link to ${invitation.name} and to nobody else`}
      secrets={[{ name: t`Link of the invitation`, value: invitation.link }]}
    >
      <Trans>
        It is shown this once. Whoever opens it can join in that person's name: give it by hand, or through a
        channel that you trust.
      </Trans>
    </ShownOnce>
  );
}
