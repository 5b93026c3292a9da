; Serial console (to come).
console_start:
console_poll:
console_release:
        ret
