; INT 19h: boot. INT 18h: nothing to boot from.

BOOT_FLOPPY     equ     1
BOOT_DISK       equ     2
BOOT_CD         equ     3

int19:
        cli
        xor     ax, ax
        mov     ss, ax
        mov     sp, POST_STACK_TOP
        sti
        cld
        DS_EBDA ax
        mov     al, 0
        call    eltorito_attach
        ; CMOS 3Dh: first device in the low, second in the high nibble; 38h bits 7-4: third.
        mov     al, 3Dh
        call    cmos_read
        mov     bl, al
        mov     al, 38h
        call    cmos_read
        mov     bh, al                  ; BH bit 0: do not ask floppies for the 55AAh mark
        mov     al, bl
        mov     ah, bh
        and     ah, 0F0h
        or      al, ah
        jnz     .ordered
        mov     bl, BOOT_DISK << 4 | BOOT_FLOPPY
        or      bh, BOOT_CD << 4
.ordered:
        mov     al, bl
        mov     ah, bh
        mov     cl, 4
        shr     ah, cl                  ; AX = the devices, first in the low nibble
        mov     cx, 3
.next:
        push    ax
        push    bx
        push    cx
        and     al, 0Fh
        cmp     al, BOOT_FLOPPY
        jne     .not_floppy
        call    boot_floppy
.not_floppy:
        cmp     al, BOOT_DISK
        jne     .not_disk
        call    boot_disk
.not_disk:
        cmp     al, BOOT_CD
        jne     .tried
        call    eltorito_boot
.tried:
        pop     dx
        pop     bx
        pop     ax
        mov     cl, 4
        shr     ax, cl
        mov     cx, dx
        loop    .next
        int     18h
        jmp     int19

; ---------------------------------------------------------------- sectors that want to be booted
; In: BH bit 0 = take a floppy without the mark 55AAh. Return when it cannot be booted. Keeps AX.
boot_floppy:
        push    ax
        DS_EBDA ax
        cmp     byte [EBDA_FD_COUNT], 0
        je      .done
        mov     dl, 00h
        call    boot_read
        jc      .done
        cmp     word [es:7DFEh], 0AA55h
        je      .go
        test    bh, 01h
        jz      .done
        ; Without the mark: not when the first byte is no sensible instruction, nor when the first words
        ; are all the same, as after formatting.
        mov     di, 7C00h
        cmp     byte [es:di], 06h
        jb      .done
        mov     ax, [es:di]
        mov     cx, 10
        repe    scasw
        jne     .go
.done:  pop     ax
        ret
.go:    mov     dl, 00h
        jmp     boot_go

boot_disk:
        push    ax
        LOAD_DS BDA_SEG, ax
        cmp     byte [BDA_HD_COUNT], 0
        je      .done
        mov     dl, 80h
        call    boot_read
        jc      .done
        cmp     word [es:7DFEh], 0AA55h
        jne     .done
        mov     dl, 80h
        jmp     boot_go
.done:  pop     ax
        ret

; Read the first sector of drive DL to 0000:7C00. Out: ES = 0; CF when it cannot be read. Keeps BX.
boot_read:
        push    bx
        mov     si, 4                   ; attempts: the first one may only tell of a changed disk
.again:
        xor     ax, ax
        mov     es, ax
        mov     bx, 7C00h
        mov     cx, 0001h
        mov     dh, 0
        mov     ax, 0201h
        int     13h
        jnc     .done
        cmp     ah, 80h                 ; no disk in it
        je      .fail
        mov     ah, 00h
        int     13h
        dec     si
        jnz     .again
.fail:  stc
.done:  pop     bx
        ret

; Run 0000:7C00 with DL = drive.
boot_go:
        xor     ax, ax
        mov     ds, ax
        mov     es, ax
        mov     ss, ax
        mov     sp, POST_STACK_TOP
        xor     bx, bx
        xor     cx, cx
        xor     si, si
        xor     di, di
        xor     bp, bp
        mov     dh, 0
        mov     ax, 0AA55h
        jmp     0000h:7C00h

; ---------------------------------------------------------------- INT 18h
int18:
        sti
        cld
        mov     si, text_no_boot
        call    print_string
        mov     ah, 00h
        int     16h
        int     19h

text_no_boot:
        db      "No bootable device: no floppy, hard disk or CD-ROM holds a system.", 13, 10
        db      "Insert one and press a key to try again.", 13, 10, 0
