; The boot sector: reads the program, track by track, and jumps to it.

boot:
        jmp short .start
        nop
.start:
        cli
        xor ax, ax
        mov ss, ax
        mov sp, 0x7C00
        sti
        cld
        mov ds, ax
        mov ax, PROGRAM_SEGMENT
        mov es, ax
        xor bx, bx
        mov cx, 0x0002                  ; track 0, sector 2
        xor dh, dh
        mov si, PROGRAM_SECTORS         ; still to read
.track:
        mov ax, TRACK_SECTORS + 1
        sub al, cl                      ; sectors left in this track
        cmp ax, si
        jbe .count
        mov ax, si
.count:
        mov di, 4                       ; attempts: a drive may have to spin up
.attempt:
        push ax
        mov ah, 0x02
        int 0x13
        pop ax
        jnc .read
        push ax
        xor ah, ah
        int 0x13
        pop ax
        dec di
        jnz .attempt
        mov si, .message
.print:
        lodsb
        or al, al
        jz .wait
        mov ah, 0x0E
        mov bx, 0x0007
        int 0x10
        jmp .print
.wait:
        xor ah, ah
        int 0x16
        int 0x19
.read:
        sub si, ax
        mov cl, 5
        shl ax, cl                      ; 32 paragraphs a sector
        mov cx, es
        add cx, ax
        mov es, cx
        inc byte [.next_track]
        mov ch, [.next_track]
        mov cl, 1
        or si, si
        jnz .track
        jmp PROGRAM_SEGMENT:0
.next_track:
        db 0
.message:
        db "The demo disk cannot be read. Press a key to boot again.", 13, 10, 0
        times 510 - ($ - $$) db 0
        dw 0xAA55
