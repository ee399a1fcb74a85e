import { useLingui } from "@lingui/react/macro";
import { Modal, type ModalProps } from "@mantine/core";

type Props = Pick<ModalProps, "title" | "size" | "children" | "onClose">;

/** A form above the page. The Escape key and the cross leave it; what was typed is kept as a draft. */
export function Dialog({ size = "lg", ...props }: Props) {
  const { t } = useLingui();
  return <Modal opened size={size} closeButtonProps={{ "aria-label": t`Close this window` }} {...props} />;
}
