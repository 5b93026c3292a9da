; The boot sector: loads the image, this sector included, to LOAD_BASE, track by track, and goes on
; in enter.asm. Its first bytes hold what a lesson changes in a copy of the image.

BOOT_SEGMENT    equ LOAD_BASE / 16
TRACK_SECTORS   equ 8

boot:
        jmp short boot_start
        align 8, db 0
boot_options:   dd DEFAULT_OPTIONS                ; offset 8: checks to leave out, see layout.inc
boot_length:    dd 1                    ; offset 12: how many times longer the programs work
        db "RingOne kernel", 0
boot_start:
        cli
        xor ax, ax
        mov ss, ax
        mov sp, 0x7C00
        sti
        cld
        mov ds, ax
        mov ax, BOOT_SEGMENT
        mov es, ax
        xor bx, bx
        mov cx, 0x0001                  ; track 0, sector 1
        xor dh, dh
        mov si, LOADED_SECTORS
.track:
        mov di, 4                       ; attempts: a drive may have to spin up
.attempt:
        mov ax, 0x0200 | TRACK_SECTORS
        int 0x13
        jnc .read
        xor ah, ah
        int 0x13
        dec di
        jnz .attempt
        mov si, .message
.print:
        lodsb
        or al, al
        jz .stop
        mov ah, 0x0E
        mov bx, 0x0007
        int 0x10
        jmp .print
.stop:
        cli
        hlt
        jmp .stop
.read:
        mov ax, es
        add ax, TRACK_SECTORS * 512 / 16
        mov es, ax
        inc ch
        sub si, TRACK_SECTORS
        ja .track
        jmp BOOT_SEGMENT:enter
.message:
        db "The kernel cannot be read.", 13, 10, 0
        times 510 - ($ - $$) db 0
        dw 0xAA55
