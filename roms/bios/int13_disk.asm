; Hard disks (to come).
disk_service:
emulated_service:
        mov     ah, 01h
        jmp     floppy_leave
