; INT 13h: which of floppy, disk, CD-ROM and emulated drive a call belongs to.

int13:
        sti
        cld
        FRAME
        DS_EBDA bx
        cmp     byte [EBDA_EMU_ACTIVE], 0
        jne     .emulating
.real:
        LOAD_DS BDA_SEG, bx
        test    dl, 80h
        jnz     .disk
        jmp     floppy_service
.disk:
        jmp     disk_service

; A CD image stands for drive 00h or 80h: it is that drive, and the real ones of its class move up by one
; (floppy_unit and disk_service take that off again).
.emulating:
        cmp     ah, 4Bh
        je      .disk_bda
        mov     bl, [EBDA_EMU_DRIVE]
        cmp     dl, bl
        je      .image
        jmp     .real
.image:
        cmp     bl, 0E0h
        jae     .disk_bda               ; no emulation: the CD itself
        jmp     emulated_service
.disk_bda:
        LOAD_DS BDA_SEG, bx
        jmp     disk_service

; INT 40h: the floppy part alone, for controllers with a BIOS of their own.
int40:
        sti
        cld
        FRAME
        LOAD_DS BDA_SEG, bx
        jmp     floppy_service
