; INT 10h without a video BIOS: nothing is shown, but callers get sensible answers.

int10:
        cmp     ah, 0Fh
        je      .mode
        cmp     ah, 03h
        je      .cursor
        cmp     ah, 08h
        je      .character
        iret
.mode:
        mov     ax, 5003h               ; 80 columns, mode 3
        mov     bh, 0
        iret
.cursor:
        xor     dx, dx
        mov     cx, 0607h
        iret
.character:
        mov     ax, 0720h
        iret
