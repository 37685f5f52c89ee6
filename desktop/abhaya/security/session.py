"""What an unlocked person holds in memory."""

from __future__ import annotations

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey

from abhaya.cases.role import Role
from abhaya.security.key_slots import Card, PrivateKeys
from abhaya.security.vault_keys import Vault


class Session:
    """One person's keys between unlock and lock.

    After ``close`` every key raises RuntimeError.  Vault keys are overwritten then; copies that Python or
    a library made on the way cannot be, so a locked program is safe from a colleague, not from a
    debugger that was there before (``decisions/0003-keys-and-grants.md``).
    """

    def __init__(self, card: Card, keys: PrivateKeys, vault_keys: dict[Vault, bytes]) -> None:
        self.card = card
        self._keys: PrivateKeys | None = keys
        self._vault_keys = {vault: bytearray(key) for vault, key in vault_keys.items()}

    @property
    def person_id(self) -> str:
        return self.card.person_id

    @property
    def display_name(self) -> str:
        return self.card.display_name

    @property
    def role(self) -> Role:
        return self.card.role

    @property
    def station_key(self) -> bytes:
        """Opens the station's database."""
        self._private()
        return bytes(self._vault_keys[Vault.STATION])

    @property
    def identity_key(self) -> bytes | None:
        """Opens case keys and the search index; None for who does not hold it."""
        self._private()
        key = self._vault_keys.get(Vault.IDENTITY)
        return None if key is None else bytes(key)

    @property
    def exchange_key(self) -> X25519PrivateKey:
        """Opens what is sealed to this person."""
        return self._private().exchange

    @property
    def signing_key(self) -> Ed25519PrivateKey:
        """Signs in this person's name."""
        return self._private().signing

    @property
    def anchor(self) -> bytes:
        """The public signing key of the station's first supervisor."""
        return self._private().anchor

    def close(self) -> None:
        """Forget every key."""
        for key in self._vault_keys.values():
            key[:] = bytes(len(key))
        self._keys = None

    def _private(self) -> PrivateKeys:
        if self._keys is None:
            raise RuntimeError("the session is closed")
        return self._keys
