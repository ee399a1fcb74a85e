"""The public face: `@idempotent` above a creating method of a view.

```python
@extend_schema(request=NewCase, responses={201: CaseDetail})
@idempotent
def create(self, request): ...
```
"""

from backend.idempotency.api.decorator import idempotent
from backend.idempotency.api.schema import IDEMPOTENCY_KEY

__all__ = ["IDEMPOTENCY_KEY", "idempotent"]
